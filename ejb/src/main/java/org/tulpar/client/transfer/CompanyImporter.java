package org.tulpar.client.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.client.field.FieldValue;
import org.tulpar.transfer.Columns;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.ImportView;
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

  /** What stands in one of the organization's own fields. */
  private record Own(FieldValue value) implements SheetLine.Apart {}

  @Inject ImportedTags tags;
  @Inject ImportedFields own;
  @Inject CustomFields fields;

  public CompanyImporter() {
    super(CARDS);
  }

  /** A column of a field that was archived since is read all the same. */
  @Override
  protected Cards cards() {
    var all = fields.all(Bearer.COMPANY);
    var rules = new HashMap<>(CARDS.rules());
    all.forEach(field -> rules.put(ImportedFields.FIELD + field.id(), cell -> read(field, cell)));
    return new Cards(
        CARDS.kind(),
        CARDS.table(),
        CARDS.user(),
        ImportedFields.beside(CARDS.columns(), all),
        rules);
  }

  @Override
  public Portion open(ImportView one) {
    fields.hold(Bearer.COMPANY);
    return super.open(one);
  }

  private static Own read(CustomField field, String cell) {
    var value = field.value(cell);
    return value == null ? null : new Own(value);
  }

  @Override
  protected List<String> add(long id, SheetLine line) {
    return Stream.concat(
            own.fill(Bearer.COMPANY, id, values(line)).stream(),
            tags.put(Bearer.COMPANY, id, line.words("tags")).stream())
        .toList();
  }

  @Override
  protected void takeOff(long id, SheetLine line, List<String> filled) {
    own.empty(Bearer.COMPANY, id, values(line), filled);
    tags.takeOff(Bearer.COMPANY, id, filled);
  }

  private static Map<Long, FieldValue> values(SheetLine line) {
    var values = new LinkedHashMap<Long, FieldValue>();
    line.values()
        .forEach(
            (target, value) -> {
              if (value instanceof Own own) {
                values.put(
                    Long.valueOf(target.substring(ImportedFields.FIELD.length())), own.value());
              }
            });
    return values;
  }

  @Override
  protected boolean remove(long importId, long id) {
    return tags.remove(Bearer.COMPANY, importId, id, () -> super.remove(importId, id));
  }

  private static String name(String cell) {
    var name = ClientInput.name(cell);
    if (name == null) {
      throw new ClientRefused("company_name");
    }
    return name;
  }
}
