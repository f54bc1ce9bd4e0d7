package org.tulpar.client.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tulpar.client.field.CustomField;
import org.tulpar.transfer.SheetRefused;

/**
 * What each column of a file is: {@code name}, {@code phone}, {@code email}, {@code language},
 * {@code company}, {@code about}, {@code tags}, {@code field:<id>}, or empty for nothing.
 */
public final class Mapping {

  /** Everything a column can be, besides custom fields. */
  public static final List<String> TARGETS =
      List.of("name", "phone", "email", "language", "company", "about", "tags");

  static final String FIELD = "field:";

  private static final Map<String, Set<String>> USUAL_NAMES =
      Map.of(
          "name", Set.of("name", "full name", "client", "имя", "фио", "клиент", "контакт"),
          "phone", Set.of("phone", "mobile", "whatsapp", "телефон", "номер", "мобильный", "тел"),
          "email", Set.of("email", "e-mail", "mail", "почта", "эл. почта", "электронная почта"),
          "language", Set.of("language", "lang", "язык"),
          "company", Set.of("company", "organization", "компания", "организация", "фирма"),
          "about", Set.of("about", "comment", "note", "о клиенте", "комментарий", "примечание"),
          "tags", Set.of("tags", "tag", "метки", "метка", "теги", "тег"));

  private Mapping() {}

  /** By the names of the columns; the first one wins. */
  static List<String> guess(List<String> header, List<CustomField> fields) {
    var taken = new HashSet<String>();
    return header.stream()
        .map(column -> guess(column.strip().toLowerCase(Locale.ROOT), fields))
        .map(target -> target.isEmpty() || taken.add(target) ? target : "")
        .toList();
  }

  /**
   * @throws SheetRefused when there are more or fewer than the columns, when something is chosen
   *     twice or is unknown, or when nobody could be told by what is chosen
   */
  static List<String> checked(List<String> targets, int columns, List<CustomField> fields) {
    var known = new HashSet<>(TARGETS);
    fields.forEach(field -> known.add(FIELD + field.id()));
    var chosen = targets.stream().filter(target -> !target.isEmpty()).toList();
    if (targets.size() != columns || !known.containsAll(chosen)) {
      throw new SheetRefused("mapping_unknown");
    }
    if (new HashSet<>(chosen).size() != chosen.size()) {
      throw new SheetRefused("mapping_twice");
    }
    if (chosen.stream().noneMatch(Set.of("name", "phone", "email")::contains)) {
      throw new SheetRefused("mapping_nobody");
    }
    return targets;
  }

  private static String guess(String column, List<CustomField> fields) {
    for (var field : fields) {
      if (field.name().toLowerCase(Locale.ROOT).equals(column)) {
        return FIELD + field.id();
      }
    }
    return USUAL_NAMES.entrySet().stream()
        .filter(usual -> usual.getValue().contains(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
