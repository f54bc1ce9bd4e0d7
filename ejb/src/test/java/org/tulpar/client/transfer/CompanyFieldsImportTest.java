package org.tulpar.client.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.field.TestedFields;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.transfer.ImportProblem;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.SheetRefused;
import org.tulpar.transfer.TestedImports;

/** Columns of a file of companies that are fields of the organization's own. */
class CompanyFieldsImportTest {

  private static final String FILE =
      """
      Компания;Людей;Размер
      Лотос;много;L
      Кедр;1 500,50;XL
      Сосна;12;l
      """;

  private TestedDatabase database;
  private TestedImports imports;
  private FieldSettings settings;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    settings = TestedFields.settings(database);
    imports = new TestedImports(database, TestedCompanies.importer(database));
    database.doing(() -> settings.add(Bearer.COMPANY, "Людей", CustomFieldType.NUMBER, null));
    database.doing(() -> settings.add(Bearer.COMPANY, "Размер", CustomFieldType.CHOICE, "S\nL"));
    database.doing(() -> settings.add(Bearer.CLIENT, "Дети", CustomFieldType.NUMBER, null));
  }

  @Test
  void each_wrong_row_is_told_and_nothing_changes() throws SQLException {
    var id = imports.checked(FILE);
    assertThat(imports.problems(id))
        .containsExactly(
            new ImportProblem(2, "Людей", "много", "field_number"),
            new ImportProblem(3, "Размер", "XL", "field_choice"));
    assertThat(held()).isEmpty();
    imports.start(id);
    imports.run(id);
    assertThat(held()).containsExactly("Сосна Людей 12", "Сосна Размер L");
  }

  @Test
  void an_empty_field_of_a_known_company_is_filled_and_a_full_one_is_not_replaced()
      throws SQLException {
    known();
    var before = held();
    var id = imports.imported("Компания;Людей;Размер\nлотос;9;L\nКедр;3;\n");
    assertThat(held()).containsExactly("Кедр Людей 3", "Лотос Людей 9", "Лотос Размер S");
    imports.undo(id);
    assertThat(held()).isEqualTo(before).containsExactly("Лотос Размер S");
    assertThat(names()).containsExactly("Лотос");
  }

  @Test
  void what_somebody_has_changed_since_is_not_taken_back() throws SQLException {
    known();
    var id = imports.imported("Компания;Людей\nЛотос;9\n");
    database.write(
        "update company_value set number_value = 10 where organization_id = ? and number_value = 9");
    imports.undo(id);
    assertThat(held()).containsExactly("Лотос Людей 10", "Лотос Размер S");
  }

  @Test
  void a_row_that_shall_not_fill_leaves_the_field_empty() throws SQLException {
    known();
    var id = imports.imported("Компания;Людей\nЛотос;9\n", false);
    assertThat(imports.view(id)).extracting(ImportView::skipped).isEqualTo(1);
    assertThat(held()).containsExactly("Лотос Размер S");
  }

  @Test
  void a_column_is_no_field_of_the_clients_and_none_that_is_archived() {
    var own = database.within(() -> settings.all(Bearer.COMPANY)).getFirst().id();
    database.doing(() -> settings.archive(own));
    var id = imports.upload("Компания;Дети;Людей\nЛотос;9;9\n");
    assertThat(imports.view(id).mapping()).isEqualTo(List.of("name", "", ""));
    var theirs = database.within(() -> settings.all(Bearer.CLIENT)).getFirst().id();
    for (var column : List.of("field:" + theirs, "field:" + own)) {
      assertThatThrownBy(() -> imports.map(id, "name", column, ""))
          .isInstanceOf(SheetRefused.class)
          .hasMessage("mapping_unknown");
    }
  }

  private void known() throws SQLException {
    database.write("insert into company (organization_id, id, name) values (?, 5, 'Лотос')");
    database.write(
        "insert into company_value (organization_id, company_id, field_id, text_value) select"
            + " organization_id, 5, id, 'S' from custom_field where organization_id = ? and name ="
            + " 'Размер'");
  }

  private List<String> held() throws SQLException {
    return database.look(
        "select concat_ws(' ', c.name, f.name, v.text_value, trim_scale(v.number_value)) from company_value v"
            + " join company c on c.organization_id = v.organization_id and c.id = v.company_id join"
            + " custom_field f on f.organization_id = v.organization_id and f.id = v.field_id where"
            + " v.organization_id = ? order by 1");
  }

  private List<String> names() throws SQLException {
    return database.look("select name from company where organization_id = ? order by 1");
  }
}
