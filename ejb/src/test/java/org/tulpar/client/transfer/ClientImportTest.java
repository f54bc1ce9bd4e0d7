package org.tulpar.client.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.client.TestedCards;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.CustomFields;
import org.tulpar.client.field.TestedFields;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;
import org.tulpar.transfer.ImportProblem;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.SheetRefused;
import org.tulpar.transfer.TestedImports;

/** A file becomes clients, and can be taken back; clients become a file. */
class ClientImportTest {

  private static final long ADMIN = 2;

  private static final String FILE =
      """
      ФИО;Телефон;Почта;Метки;Человек;Лишнее
      Анна Ким;+996 555 000 001;anna@mail.com;VIP, семья;3;x
      Марк;звоните;;;;
      ;;;;;только это
      Ольга;+996 555 000 003;;;много;
      Анна К;00996555000001;;новая;;
      Яна;+996555000009;yana@mail.com;;5;
      """;

  private TestedDatabase database;
  private CustomFields fields;
  private TestedImports imports;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    fields = TestedFields.fields(database);
    var importer = new ClientImporter();
    importer.fields = fields;
    importer.clients = new ImportedClients();
    importer.clients.sql = database.sql();
    importer.clients.fields = TestedCompanies.own(database);
    importer.clients.profiles = TestedCards.profiles(database);
    importer.clients.tags = TestedCompanies.tags(database);
    imports = new TestedImports(database, importer);
    database.doing(
        () ->
            TestedFields.settings(database)
                .add(Bearer.CLIENT, "Человек", CustomFieldType.NUMBER, null));
  }

  @Test
  void the_columns_are_guessed_by_their_names() {
    var view = imports.view(imports.upload(FILE));
    assertThat(view.mapping().subList(0, 4)).containsExactly("name", "phone", "email", "tags");
    assertThat(view.mapping().get(4)).startsWith("field:");
    assertThat(view.mapping().get(5)).isEmpty();
    assertThat(view.total()).isEqualTo(6);
  }

  @Test
  void a_dry_run_tells_each_wrong_row_and_changes_nobody() throws SQLException {
    var id = imports.checked(FILE);
    assertThat(imports.view(id).status()).isEqualTo(ImportStatus.CHECKED);
    assertThat(imports.view(id).valid()).isEqualTo(3);
    assertThat(imports.problems(id))
        .containsExactly(
            new ImportProblem(3, "Телефон", "звоните", "phone"),
            new ImportProblem(4, null, null, "nobody"),
            new ImportProblem(5, "Человек", "много", "field_number"));
    assertThat(clients()).isEmpty();
  }

  @Test
  void valid_rows_become_clients_and_a_second_row_of_one_person_fills_her_card()
      throws SQLException {
    var id = imports.imported(FILE);
    assertThat(imports.view(id))
        .extracting(ImportView::status, ImportView::created, ImportView::updated, ImportView::wrong)
        .containsExactly(ImportStatus.DONE, 2, 1, 3);
    assertThat(clients()).containsExactlyInAnyOrder("Анна Ким", "Яна");
    assertThat(
            database.look(
                "select t.name from client_tag c join tag t using (organization_id) where"
                    + " organization_id = ? and t.id = c.tag_id order by 1"))
        .containsExactly("VIP", "новая", "семья");
    assertThat(
            database.look("select value from client_identity where organization_id = ? order by 1"))
        .containsExactly("996555000001@s.whatsapp.net", "996555000009@s.whatsapp.net");
  }

  @Test
  void an_imported_client_never_has_the_number_of_one_who_wrote() throws SQLException {
    var before = Long.parseLong(number("select nextval('message_id') where ? is not null"));
    imports.imported(FILE);
    assertThat(number("select min(id) from client where organization_id = ?"))
        .isEqualTo(Long.toString(before + 1024));
  }

  @Test
  void of_a_known_client_only_what_is_missing_is_filled_in() throws SQLException {
    database.client(7, "Анна из чата", "996555000001");
    imports.imported(FILE);
    assertThat(
            database.look(
                "select name || ' ' || email from client where organization_id = ? and id = 7"))
        .containsExactly("Анна из чата anna@mail.com");
  }

  @Test
  void known_clients_are_left_alone_when_that_is_chosen() throws SQLException {
    database.client(7, "Анна из чата", "996555000001");
    var id = imports.imported(FILE, false);
    assertThat(imports.view(id).skipped()).isEqualTo(2);
    assertThat(database.look("select email from client where organization_id = ? and id = 7"))
        .containsExactly((String) null);
  }

  @Test
  void undone_it_leaves_everything_as_it_was() throws SQLException {
    database.client(7, "Яна из чата", "996555000009");
    var id = imports.imported(FILE);
    imports.undo(id);
    assertThat(imports.view(id).status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(clients()).containsExactly("Яна из чата");
    assertThat(
            database.look(
                "select coalesce(email, 'none') from client where organization_id = ? and id = 7"))
        .containsExactly("none");
    assertThat(database.look("select field_id from client_value where organization_id = ?"))
        .isEmpty();
    assertThat(database.look("select name from tag where organization_id = ?")).isEmpty();
  }

  @Test
  void who_was_tagged_since_is_kept_with_her_tags() throws SQLException {
    var id = imports.imported(FILE);
    database.write("insert into tag (organization_id, id, name) values (?, 9, 'свои')");
    database.write(
        "insert into client_tag (organization_id, client_id, tag_id) select organization_id, id, 9"
            + " from client where organization_id = ? and name = 'Яна'");
    imports.undo(id);
    assertThat(clients()).containsExactly("Яна");
    assertThat(imports.view(id).kept()).isEqualTo(1);
    assertThat(database.look("select name from tag where organization_id = ?"))
        .containsExactly("свои");
  }

  @Test
  void who_has_written_since_is_kept() throws SQLException {
    var id = imports.imported(FILE);
    var yana =
        Long.parseLong(
            database
                .look("select id from client where organization_id = ? and name = 'Яна'")
                .getFirst());
    database.conversation(50, yana, "OPEN");
    imports.undo(id);
    assertThat(clients()).containsExactly("Яна");
    assertThat(imports.view(id).kept()).isEqualTo(1);
  }

  @Test
  void a_long_file_is_worked_off_in_portions_and_goes_on_after_an_interruption()
      throws SQLException {
    var text = new StringBuilder("имя;телефон\n");
    for (int i = 0; i < 450; i++) {
      text.append("Клиент %d;+7900%07d\n".formatted(i, i));
    }
    var id = imports.checked(text.toString());
    imports.start(id);
    assertThat(imports.next(id)).isTrue();
    assertThat(imports.view(id).created()).isEqualTo(200);
    imports.run(id);
    assertThat(imports.view(id).created()).isEqualTo(450);
    assertThat(clients()).hasSize(450);
  }

  @Test
  void nothing_is_imported_before_it_was_checked_and_nothing_twice() {
    var id = imports.upload(FILE);
    assertThatThrownBy(() -> imports.start(id)).hasMessage("not_now");
    assertThatThrownBy(() -> imports.undo(id)).hasMessage("not_now");
    var done = imports.imported(FILE);
    assertThatThrownBy(() -> imports.start(done)).hasMessage("not_now");
  }

  @Test
  void a_mapping_that_makes_no_sense_is_refused() {
    var id = imports.upload(FILE);
    for (var wrong :
        List.of(
            List.of("name", "name", "", "", "", ""),
            List.of("", "", "", "tags", "", ""),
            List.of("name"),
            List.of("name", "field:1", "", "", "", ""),
            List.of("name", "version = 7", "", "", "", ""))) {
      assertThatThrownBy(() -> imports.map(id, wrong.toArray(String[]::new)))
          .isInstanceOf(SheetRefused.class);
    }
  }

  @Test
  void what_is_exported_is_no_formula_and_is_understood_by_the_next_import() throws SQLException {
    imports.imported(FILE);
    database.client(7, "=HYPERLINK(\"http://x\")", null);
    var text = exported(ClientFilter.EVERYBODY);
    assertThat(text)
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
        .contains("\"'+996555000001\"")
        .contains("\"VIP, новая, семья\"");
    assertThat(
            database.look(
                "select data ->> 'clients' from audit_event where organization_id = ? and type ="
                    + " 'clients.exported'"))
        .containsExactly("3");
    var other = imports.checked(text);
    assertThat(imports.view(other).mapping()).startsWith("name", "phone", "email");
    assertThat(imports.view(other).wrong()).isZero();
    imports.start(other);
    imports.run(other);
    assertThat(imports.view(other).created())
        .as("only who has neither phone nor email is not recognized")
        .isEqualTo(1);
  }

  @Test
  void a_narrowed_list_is_exported_as_narrow_as_it_is_shown() throws SQLException {
    database.client(7, "Анна", null);
    database.client(8, "Марк", null);
    database.doing(
        () ->
            TestedFields.settings(database)
                .add(Bearer.CLIENT, "Откуда", CustomFieldType.CHOICE, "Друзья\nВыставка"));
    var field = database.within(() -> fields.all(Bearer.CLIENT)).getLast().id();
    database.write(
        "insert into client_value (organization_id, client_id, field_id, text_value) values (?, 7, ?, 'Друзья')",
        field);
    assertThat(exported(chosen(field, "Друзья"))).contains("Анна").doesNotContain("Марк");
    assertThat(exported(chosen(field, "Выставка"))).doesNotContain("Анна", "Марк");
    assertThat(exported(chosen(field, "removed since"))).contains("Анна", "Марк");
    var people = database.within(() -> fields.all(Bearer.CLIENT)).getFirst().id();
    database.write(
        "insert into client_value (organization_id, client_id, field_id, number_value) values (?, 8, ?, 5)",
        people);
    var many = ClientFilter.of(Map.of("field", people + "_4_5")::get);
    assertThat(exported(many)).contains("Марк").doesNotContain("Анна");
  }

  private static ClientFilter chosen(long field, String choice) {
    return ClientFilter.of(name -> name.equals("field") ? field + ":" + choice : null);
  }

  private String exported(ClientFilter filter) {
    var export = new ClientExport();
    export.fields = fields;
    export.rows = new ExportRows();
    export.rows.sql = database.sql();
    export.trail = TestedTrail.trail(database);
    var out = new StringWriter();
    database.doing(
        () ->
            export.write(
                filter,
                List.of(
                    "Имя", "Телефон", "Почта", "Язык", "Компания", "О клиенте", "Метки", "Создан"),
                ';',
                ADMIN,
                out));
    return out.toString();
  }

  private String number(String query) throws SQLException {
    return database.look(query).getFirst();
  }

  private List<String> clients() throws SQLException {
    return database.look("select name from client where organization_id = ?");
  }
}
