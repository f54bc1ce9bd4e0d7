package org.tulpar.client.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tulpar.client.field.CustomField;
import org.tulpar.transfer.Columns;

/**
 * What each column of a file is: {@code name}, {@code phone}, {@code email}, {@code language},
 * {@code company}, {@code about}, {@code tags}, {@code field:<id>}, or empty for nothing.
 */
public final class Mapping {

  /** Everything a column can be, besides custom fields. */
  public static final List<String> TARGETS =
      List.of("name", "phone", "email", "language", "company", "about", "tags");

  static final String FIELD = "field:";

  private static final Columns COLUMNS =
      new Columns(
          Map.of(
              "name", Set.of("name", "full name", "client", "имя", "фио", "клиент", "контакт"),
              "phone",
                  Set.of("phone", "mobile", "whatsapp", "телефон", "номер", "мобильный", "тел"),
              "email", Set.of("email", "e-mail", "mail", "почта", "эл. почта", "электронная почта"),
              "language", Set.of("language", "lang", "язык"),
              "company", Set.of("company", "organization", "компания", "организация", "фирма"),
              "about", Set.of("about", "comment", "note", "о клиенте", "комментарий", "примечание"),
              "tags", Set.of("tags", "tag", "метки", "метка", "теги", "тег")),
          Set.of("name", "phone", "email"),
          "mapping_nobody");

  private Mapping() {}

  /** The organization's own fields stand beside the usual ones, and before them. */
  static Columns of(List<CustomField> fields) {
    return COLUMNS.and(
        fields.stream()
            .collect(
                Collectors.toMap(
                    field -> FIELD + field.id(),
                    field -> Set.of(field.name().toLowerCase(Locale.ROOT)))));
  }
}
