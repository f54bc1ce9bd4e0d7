package org.tulpar.conversation.note;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tulpar.conversation.team.Colleague;

/**
 * Who is named in a text: an at sign and the whole name, or a first name that only one colleague
 * bears. The longest name counts: "@Anna Maria" is not Anna.
 */
final class Mentions {

  private static final char SIGN = '@';

  private Mentions() {}

  static Set<Long> in(String text, List<Colleague> colleagues) {
    var found = new LinkedHashSet<Long>();
    var low = text.toLowerCase(Locale.ROOT);
    for (int at = low.indexOf(SIGN); at >= 0; at = low.indexOf(SIGN, at + 1)) {
      var rest = low.substring(at + 1);
      var whole = longest(rest, colleagues);
      if (whole != null) {
        found.add(whole.id());
      } else {
        byFirstName(rest, colleagues, found);
      }
    }
    return found;
  }

  private static Colleague longest(String rest, List<Colleague> colleagues) {
    return colleagues.stream()
        .filter(one -> begins(rest, one.name().toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(one -> one.name().length()))
        .orElse(null);
  }

  private static void byFirstName(String rest, List<Colleague> colleagues, Set<Long> found) {
    var named =
        colleagues.stream()
            .filter(one -> begins(rest, first(one.name().toLowerCase(Locale.ROOT))))
            .toList();
    if (named.size() == 1) {
      found.add(named.getFirst().id());
    }
  }

  /** A word that merely begins with the name is another one. */
  private static boolean begins(String rest, String name) {
    return !name.isBlank()
        && rest.startsWith(name)
        && (rest.length() == name.length()
            || !Character.isLetterOrDigit(rest.codePointAt(name.length())));
  }

  private static String first(String name) {
    return name.strip().split("\\s+", 2)[0];
  }
}
