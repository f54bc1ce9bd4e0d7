package org.tulpar.client.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tulpar.client.TagBearer;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.transfer.Columns;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.NamedImporter;
import org.tulpar.transfer.SheetLine;

/** A row becomes a company. */
@ApplicationScoped
public class CompanyImporter extends NamedImporter {

  /** Everything a column can be. */
  public static final List<String> TARGETS = List.of("name", "about", "tags");

  private static final Cards CARDS =
      new Cards(
          ImportKind.COMPANIES,
          "company",
          "client",
          new Columns(
              Map.of(
                  "name", Set.of("name", "company", "organization", "название", "компания"),
                  "about", Set.of("about", "comment", "note", "о компании", "комментарий"),
                  "tags", Set.of("tags", "tag", "метки", "метка", "теги", "тег")),
              Set.of("name"),
              "mapping_company"),
          Map.of(
              "name", CompanyImporter::name,
              "about", ClientInput::text,
              "tags", cell -> new SheetLine.Words(ImportedTags.read(cell))));

  @Inject ImportedTags tags;

  public CompanyImporter() {
    super(CARDS);
  }

  @Override
  protected List<String> add(long id, SheetLine line) {
    return tags.put(TagBearer.COMPANY, id, line.words("tags"));
  }

  @Override
  protected void takeOff(long id, List<String> filled) {
    tags.takeOff(TagBearer.COMPANY, id, filled);
  }

  @Override
  protected boolean remove(long importId, long id) {
    return tags.remove(TagBearer.COMPANY, importId, id, () -> super.remove(importId, id));
  }

  private static String name(String cell) {
    var name = ClientInput.name(cell);
    if (name == null) {
      throw new ClientRefused("company_name");
    }
    return name;
  }
}
