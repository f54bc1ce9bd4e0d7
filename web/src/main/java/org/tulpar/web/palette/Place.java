package org.tulpar.web.palette;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.tulpar.identity.Role;
import org.tulpar.web.identity.Setting;
import org.tulpar.web.shell.Languages;
import org.tulpar.web.shell.Section;

/**
 * A page that a person may open.
 *
 * @param icon by its name in the sprite
 * @param key of the name
 * @param address below the context root
 */
record Place(String icon, String key, String address) {

  /**
   * Every address once: what is a section and a page of the settings is a section.
   *
   * @param sections that the person may enter
   */
  static List<Place> of(List<Section> sections, Role role) {
    var entered =
        sections.stream()
            .map(one -> new Place(one.getIcon(), one.getKey(), one.getPath()))
            .toList();
    var settings =
        Stream.of(Setting.values())
            .filter(one -> one.isFor(role))
            .map(one -> new Place(one.getIcon(), one.getKey(), one.getPath()))
            .filter(one -> entered.stream().noneMatch(in -> in.address().equals(one.address())));
    return Stream.concat(entered.stream(), settings).toList();
  }

  /** Whether any word of its name begins so, in whatever language it is read. */
  boolean isCalled(String words) {
    var asked = plain(words);
    return !asked.isEmpty()
        && Languages.ALL.stream().anyMatch(locale -> plain(name(locale)).contains(asked));
  }

  private String name(Locale locale) {
    return ResourceBundle.getBundle("i18n.messages", locale).getString(key);
  }

  /** Every word has a space before it, and nothing else stands between two. */
  private static String plain(String text) {
    return (" " + text.toLowerCase(Locale.ROOT))
        .replace('ё', 'е')
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .stripTrailing();
  }
}
