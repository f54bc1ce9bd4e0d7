package org.tulpar.catalog.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.transfer.Columns;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.NamedImporter;

/** A row becomes a partner. */
@ApplicationScoped
public class PartnerImporter extends NamedImporter {

  /** Everything a column can be, in the order in which an export has them. */
  public static final List<String> TARGETS =
      List.of("name", "person", "phone", "email", "commission", "about");

  private static final Cards CARDS =
      new Cards(
          ImportKind.PARTNERS,
          "partner",
          "product",
          new Columns(
              Map.of(
                  "name", Set.of("name", "partner", "operator", "название", "партнёр", "партнер"),
                  "person", Set.of("person", "contact", "контактное лицо", "контакт"),
                  "phone", Set.of("phone", "mobile", "телефон"),
                  "email", Set.of("email", "e-mail", "mail", "почта"),
                  "commission", Set.of("commission", "share", "share, %", "комиссия", "доля, %"),
                  "about", Set.of("about", "comment", "note", "о партнёре", "комментарий")),
              Set.of("name"),
              "mapping_partner"),
          Map.of(
              "name", CatalogInput::name,
              "person", CatalogInput::line,
              "phone", CatalogInput::phone,
              "email", CatalogInput::email,
              "commission", CatalogInput::percent,
              "about", CatalogInput::text));

  public PartnerImporter() {
    super(CARDS);
  }
}
