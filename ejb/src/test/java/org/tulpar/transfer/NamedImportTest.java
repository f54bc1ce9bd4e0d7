package org.tulpar.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.transfer.PartnerImporter;
import org.tulpar.client.transfer.TestedCompanies;
import org.tulpar.tenant.TestedDatabase;

/** What is known by its name comes from a file and can be taken back. */
class NamedImportTest {

  private static final String PARTNERS =
      """
      Название;Контакт;Телефон;Комиссия;Лишнее
      Караван;Болот;+996 555 111 222;12,5;x
      ;Никто;;;
      Тянь-Шань;;не телефон;;
      Алай;;;150;
      караван;Другой;;;
      """;

  private TestedDatabase database;
  private TestedImports imports;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
  }

  private void of(NamedImporter importer) {
    imports = new TestedImports(database, importer);
  }

  @Test
  void a_dry_run_tells_each_wrong_row_and_changes_nothing() throws SQLException {
    of(TestedImports.named(database, new PartnerImporter()));
    var id = imports.checked(PARTNERS);
    assertThat(imports.problems(id))
        .containsExactly(
            new ImportProblem(3, "Название", "", "name"),
            new ImportProblem(4, "Телефон", "не телефон", "phone"),
            new ImportProblem(5, "Комиссия", "150", "percent"));
    assertThat(database.look("select name from partner where organization_id = ?")).isEmpty();
  }

  @Test
  void the_wrong_rows_are_mended_in_their_own_file_and_brought_again() throws SQLException {
    of(TestedImports.named(database, new PartnerImporter()));
    var id = imports.imported(PARTNERS + "Формула;=1+1;нет;;\n");
    assertThat(imports.wrongRows(id))
        .isEqualTo(
            """
            \uFEFF"Название";"Контакт";"Телефон";"Комиссия";"Лишнее";"Почему"
            "";"Никто";"";"";"";"Название name"
            "Тянь-Шань";"";"не телефон";"";"";"Телефон phone"
            "Алай";"";"";"150";"";"Комиссия percent"
            "Формула";"'=1+1";"нет";"";"";"Телефон phone"
            """
                .replace("\n", "\r\n"));
    var again =
        imports.imported(
            imports.wrongRows(id).replace("\"150\"", "\"15\"").replace("\"нет\"", "\"\""));
    assertThat(imports.view(again))
        .extracting(ImportView::created, ImportView::wrong)
        .containsExactly(2, 2);
    assertThat(partners()).contains("Алай - - 15.00", "Формула =1+1 - -");
    assertThat(imports.wrongRows(again, "Why", "Почему").lines().findFirst())
        .as("one column says why, however often a file comes back, and whoever brings it")
        .hasValue("\uFEFF\"Название\";\"Контакт\";\"Телефон\";\"Комиссия\";\"Лишнее\";\"Why\"");
    assertThat(
            database.look(
                "select user_id || ' ' || area || ' ' || data from audit_event where organization_id ="
                    + " ? and type = 'import.wrong_rows_exported' order by id"))
        .containsExactly(
            "2 CLIENTS {\"rows\": 4}", "2 CLIENTS {\"rows\": 4}", "2 CLIENTS {\"rows\": 2}");
  }

  @Test
  void more_wrong_rows_than_are_shown_are_all_in_the_file() {
    of(TestedImports.named(database, new PartnerImporter()));
    var rows = new StringBuilder("Название;Телефон\n");
    for (int i = 0; i < 1001; i++) {
      rows.append("Караван ").append(i).append(";не телефон\n");
    }
    var id = imports.checked(rows.toString());
    assertThat(imports.problems(id)).hasSize(SheetImport.PROBLEMS);
    assertThat(imports.wrongRows(id).lines())
        .hasSize(1002)
        .last()
        .asString()
        .contains("Караван 1000");
  }

  @Test
  void a_known_name_is_completed_and_never_replaced() throws SQLException {
    of(TestedImports.named(database, new PartnerImporter()));
    database.write(
        "insert into partner (organization_id, id, name, person) values (?, 5, 'КАРАВАН', 'Айша')");
    var id = imports.imported(PARTNERS);
    assertThat(imports.view(id))
        .extracting(ImportView::created, ImportView::updated, ImportView::skipped)
        .containsExactly(0, 1, 1);
    assertThat(partners()).containsExactly("КАРАВАН Айша 996555111222 12.50");
    imports.undo(id);
    assertThat(partners()).containsExactly("КАРАВАН Айша - -");
  }

  @Test
  void undone_it_leaves_what_is_in_use() throws SQLException {
    of(TestedCompanies.importer(database));
    var id = imports.imported("Компания;О компании\nЛотос;Платит сразу\nКедр;\nСосна;\n");
    database.write(
        "insert into client (organization_id, id, name, company_id) select organization_id, 1,"
            + " 'Анна', id from company where organization_id = ? and name = 'Кедр'");
    database.write("update company set version = 1 where organization_id = ? and name = 'Сосна'");
    imports.undo(id);
    assertThat(imports.view(id))
        .extracting(ImportView::undone, ImportView::kept)
        .containsExactly(1, 2);
    assertThat(database.look("select name from company where organization_id = ? order by 1"))
        .containsExactly("Кедр", "Сосна");
  }

  @Test
  void tags_of_a_file_stand_beside_those_there_are_and_go_without_them() throws SQLException {
    of(TestedCompanies.importer(database));
    database.write("insert into company (organization_id, id, name) values (?, 5, 'ЛОТОС')");
    database.write(
        "insert into tag (organization_id, id, name) values (?, 1, 'VIP'), (?, 2, 'Опт')",
        database.organization().value());
    database.write(
        "insert into company_tag (organization_id, company_id, tag_id) values (?, 5, 1)");
    var before = tagged();
    var id = imports.imported("Компания;Метки\nЛотос;vip, оптом; \nКедр;опт,семья\nСосна;\n");
    assertThat(tagged())
        .containsExactlyInAnyOrder("Кедр Опт", "Кедр семья", "ЛОТОС VIP", "ЛОТОС оптом");
    imports.undo(id);
    assertThat(tagged()).isEqualTo(before);
    assertThat(database.look("select name from tag where organization_id = ?"))
        .as("none that nobody bears")
        .containsExactly("VIP");
  }

  @Test
  void a_company_that_a_person_has_tagged_since_stays_with_its_tags() throws SQLException {
    of(TestedCompanies.importer(database));
    var id = imports.imported("Компания;Метки\nЛотос;семья\nКедр;опт\nлотос;vip\n");
    database.write("insert into tag (organization_id, id, name) values (?, 9, 'свои')");
    database.write(
        "insert into company_tag (organization_id, company_id, tag_id) select organization_id, id, 9"
            + " from company where organization_id = ? and name = 'Кедр'");
    imports.undo(id);
    assertThat(imports.view(id))
        .extracting(ImportView::undone, ImportView::kept)
        .containsExactly(2, 1);
    assertThat(tagged()).containsExactlyInAnyOrder("Кедр опт", "Кедр свои");
    assertThat(database.look("select name from tag where organization_id = ? order by 1"))
        .containsExactly("опт", "свои");
  }

  @Test
  void a_tag_that_is_too_long_is_named_before_anything_changes() {
    of(TestedCompanies.importer(database));
    var id = imports.checked("Компания;Метки\nЛотос;" + "я".repeat(41) + "\n");
    assertThat(imports.problems(id))
        .containsExactly(new ImportProblem(2, "Метки", "я".repeat(41), "tag_too_long"));
  }

  private List<String> tagged() throws SQLException {
    return database.look(
        "select f.name || ' ' || t.name from company_tag x join company f on f.id = x.company_id and"
            + " f.organization_id = x.organization_id join tag t on t.id = x.tag_id and"
            + " t.organization_id = x.organization_id where x.organization_id = ?");
  }

  @Test
  void without_a_name_a_row_says_nothing() {
    of(TestedCompanies.importer(database));
    var id = imports.upload("Компания;О компании\nЛотос;\n");
    assertThatThrownBy(() -> imports.map(id, "", "about"))
        .isInstanceOf(SheetRefused.class)
        .hasMessage("mapping_company");
    assertThatThrownBy(() -> imports.map(id, "name", "version"))
        .as("a column that no file may write")
        .isInstanceOf(SheetRefused.class)
        .hasMessage("mapping_unknown");
  }

  private List<String> partners() throws SQLException {
    return database.look(
        "select concat_ws(' ', name, coalesce(person, '-'), coalesce(phone, '-'),"
            + " coalesce(commission::text, '-')) from partner where organization_id = ? order by"
            + " 1");
  }
}
