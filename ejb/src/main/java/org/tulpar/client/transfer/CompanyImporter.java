package org.tulpar.client.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.transfer.Columns;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.NamedImporter;

/** A row becomes a company. */
@ApplicationScoped
public class CompanyImporter extends NamedImporter {

  /** Everything a column can be. */
  public static final List<String> TARGETS = List.of("name", "about");

  private static final Cards CARDS =
      new Cards(
          ImportKind.COMPANIES,
          "company",
          "client",
          new Columns(
              Map.of(
                  "name", Set.of("name", "company", "organization", "название", "компания"),
                  "about", Set.of("about", "comment", "note", "о компании", "комментарий")),
              Set.of("name"),
              "mapping_company"),
          Map.of("name", CompanyImporter::name, "about", ClientInput::text));

  public CompanyImporter() {
    super(CARDS);
  }

  private static String name(String cell) {
    var name = ClientInput.name(cell);
    if (name == null) {
      throw new ClientRefused("company_name");
    }
    return name;
  }
}
