package org.tulpar.client.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.TestedDatabase;

/** The fields of an organization's cards, after they were made. */
class FieldSettingsTest {

  private TestedDatabase database;
  private FieldSettings settings;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    settings = TestedFields.settings(database);
    database.doing(() -> settings.add(Bearer.CLIENT, "Размер", CustomFieldType.CHOICE, "S\nM\nL"));
    database.client(7, "Анна", null);
    database.client(8, "Марк", null);
  }

  @Test
  void a_field_is_renamed_by_whoever_saw_it_last() {
    var size = field();
    change(size, " Рост ", "S", "M", "L");
    assertThat(field().name()).isEqualTo("Рост");
    refused("field_changed", () -> settings.change(size, "Объём", List.of("S", "M", "L")));
    database.doing(() -> settings.add(Bearer.CLIENT, "Дата", CustomFieldType.DATE, null));
    refused("field_taken", () -> settings.change(field(), "дата", field().choices()));
    refused("field_name", () -> settings.change(field(), " ", field().choices()));
  }

  @Test
  void a_field_without_choices_is_renamed_as_well() {
    database.doing(() -> settings.add(Bearer.CLIENT, "Дата", CustomFieldType.DATE, null));
    var date = database.within(() -> settings.all(Bearer.CLIENT)).getLast();
    change(date, "День");
    assertThat(database.within(() -> settings.all(Bearer.CLIENT)).getLast().name())
        .isEqualTo("День");
  }

  @Test
  void what_clients_have_chosen_follows_its_choice() throws SQLException {
    chooses(7, "M");
    chooses(8, "L");
    change(field(), "Размер", "S", "L", "M", "XL", " ");
    assertThat(field().choices()).containsExactly("S", "L", "M", "XL");
    assertThat(chosen()).containsExactly("L", "M");
  }

  @Test
  void a_segment_asks_for_its_choice_by_the_name_that_it_has_now() throws SQLException {
    var id = field().id();
    segment("a", "lang=ru&field=" + id + "%3AM&sort=NAME");
    segment("b", "field=" + id + "%3AL");
    segment("c", "field=" + id + 1 + "%3AM");
    segment("d", "q=M");
    change(field(), "Размер", "S", "L", "M & XL");
    assertThat(database.look("select query from segment where organization_id = ? order by name"))
        .containsExactly(
            "lang=ru&field=" + id + "%3AL&sort=NAME",
            "field=" + id + "%3AM+%26+XL",
            "field=" + id + 1 + "%3AM",
            "q=M");
  }

  @Test
  void the_choices_of_another_field_stay() throws SQLException {
    chooses(7, "M");
    database.doing(() -> settings.add(Bearer.CLIENT, "Пол", CustomFieldType.CHOICE, "M\nЖ"));
    var other = database.within(() -> settings.all(Bearer.CLIENT)).getLast();
    change(other, "Пол", "М", "Ж");
    assertThat(chosen()).containsExactly("M");
  }

  @Test
  void a_choice_has_a_name_of_its_own() {
    refused("field_choice_name", () -> settings.change(field(), "Размер", List.of("S", "", "L")));
    refused("field_choice_taken", () -> settings.change(field(), "Размер", List.of("S", "s", "L")));
    refused(
        "field_choice_taken",
        () -> settings.change(field(), "Размер", List.of("S", "M", "L", "m")));
    assertThat(field().choices()).containsExactly("S", "M", "L");
  }

  @Test
  void a_choice_that_clients_have_is_not_taken_away() throws SQLException {
    chooses(7, "M");
    chooses(8, "M");
    database.client(9, "Марк", null);
    chooses(9, "M");
    database.write("update client set merged_into_id = 8 where organization_id = ? and id = 9");
    assertThatThrownBy(() -> remove("M"))
        .isInstanceOfSatisfying(
            ClientRefused.class,
            e -> {
              assertThat(e.reason()).isEqualTo("field_choice_used");
              assertThat(e.values()).as("a card that was merged is none").containsExactly(2L);
            });
    assertThat(field().choices()).containsExactly("S", "M", "L");
  }

  @Test
  void a_choice_goes_and_comes_back_to_its_place_and_the_only_one_stays() {
    remove("M");
    assertThat(field().choices()).containsExactly("S", "L");
    var id = field().id();
    database.doing(() -> settings.restoreChoice(id, "M", 1));
    assertThat(field().choices()).containsExactly("S", "M", "L");
    refused("field_choice_taken", () -> settings.restoreChoice(id, "m", 9));
    remove("S");
    remove("L");
    refused("field_choice_only", () -> settings.removeChoice(id, "M"));
    refused("field_changed", () -> settings.removeChoice(id, "S"));
  }

  private CustomField field() {
    return database.within(() -> settings.all(Bearer.CLIENT)).getFirst();
  }

  private void segment(String name, String query) throws SQLException {
    database.write(
        "insert into segment (organization_id, id, name, query, user_id) values (?, nextval('entity_id'), ?, ?, 1)",
        name,
        query);
  }

  private void change(CustomField seen, String name, String... choices) {
    database.doing(() -> settings.change(seen, name, List.of(choices)));
  }

  private void remove(String choice) {
    var id = field().id();
    database.doing(() -> settings.removeChoice(id, choice));
  }

  private void chooses(long client, String choice) throws SQLException {
    database.write(
        "insert into client_value (organization_id, client_id, field_id, text_value) values (?, ?, ?, ?)",
        client,
        field().id(),
        choice);
  }

  private List<String> chosen() throws SQLException {
    return database.look(
        "select text_value from client_value where organization_id = ? order by client_id");
  }

  private void refused(String reason, Runnable work) {
    assertThatThrownBy(() -> database.doing(work))
        .isInstanceOfSatisfying(ClientRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
