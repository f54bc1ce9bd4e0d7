package org.tulpar.client.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

  static Columns of(List<CustomField> own) {
    return ImportedFields.beside(COLUMNS, own);
  }
}
