package org.tulpar.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.catalog.transfer.TestedCards;
import org.tulpar.tenant.TestedDatabase;

/** What is known by its name comes from a file and can be taken back. */
class NamedImportTest {

  private static final long ADMIN = 2;

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
  private SheetImport service;
  private ImportKind kind;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
  }

  private void of(NamedImporter importer) {
    kind = importer.kind();
    imports = new TestedImports(database, importer);
    service = imports.service();
  }

  private NamedCards rows() {
    var rows = new NamedCards();
    rows.sql = database.sql();
    return rows;
  }

  @Test
  void a_dry_run_tells_each_wrong_row_and_changes_nothing() throws SQLException {
    of(TestedCards.partners(rows()));
    var id = checked(PARTNERS);
    assertThat(database.within(() -> service.problems(id)))
        .containsExactly(
            new ImportProblem(3, "Название", "", "name"),
            new ImportProblem(4, "Телефон", "не телефон", "phone"),
            new ImportProblem(5, "Комиссия", "150", "percent"));
    assertThat(database.look("select name from partner where organization_id = ?")).isEmpty();
  }

  @Test
  void a_known_name_is_completed_and_never_replaced() throws SQLException {
    of(TestedCards.partners(rows()));
    database.write(
        "insert into partner (organization_id, id, name, person) values (?, 5, 'КАРАВАН', 'Айша')");
    var id = imported(PARTNERS);
    assertThat(view(id))
        .extracting(ImportView::created, ImportView::updated, ImportView::skipped)
        .containsExactly(0, 1, 1);
    assertThat(partners()).containsExactly("КАРАВАН Айша 996555111222 12.50");
    undo(id);
    assertThat(partners()).containsExactly("КАРАВАН Айша - -");
  }

  @Test
  void undone_it_leaves_what_is_in_use() throws SQLException {
    of(TestedCards.companies(rows()));
    var id = imported("Компания;О компании\nЛотос;Платит сразу\nКедр;\nСосна;\n");
    database.write(
        "insert into client (organization_id, id, name, company_id) select organization_id, 1,"
            + " 'Анна', id from company where organization_id = ? and name = 'Кедр'");
    database.write("update company set version = 1 where organization_id = ? and name = 'Сосна'");
    undo(id);
    assertThat(view(id)).extracting(ImportView::undone, ImportView::kept).containsExactly(1, 2);
    assertThat(database.look("select name from company where organization_id = ? order by 1"))
        .containsExactly("Кедр", "Сосна");
  }

  @Test
  void without_a_name_a_row_says_nothing() {
    of(TestedCards.companies(rows()));
    var id = upload("Компания;О компании\nЛотос;\n");
    assertThatThrownBy(() -> database.doing(() -> service.map(id, List.of("", "about"), true)))
        .isInstanceOf(SheetRefused.class)
        .hasMessage("mapping_company");
    assertThatThrownBy(
            () -> database.doing(() -> service.map(id, List.of("name", "version"), true)))
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

  private void undo(long id) {
    database.doing(() -> service.undo(id));
    database.doing(() -> imports.run(id));
  }

  private long upload(String text) {
    return database.within(
        () -> service.upload(kind, "файл.csv", text.getBytes(StandardCharsets.UTF_8), ADMIN));
  }

  private long checked(String text) {
    var id = upload(text);
    database.doing(() -> service.map(id, view(id).mapping(), true));
    database.doing(() -> imports.run(id));
    return id;
  }

  private long imported(String text) {
    var id = checked(text);
    database.doing(() -> service.start(id));
    database.doing(() -> imports.run(id));
    return id;
  }

  private ImportView view(long id) {
    return database.within(() -> service.byId(id)).orElseThrow();
  }
}
