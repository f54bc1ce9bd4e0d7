package org.tulpar.client.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.field.TestedFields;
import org.tulpar.tenant.TestedDatabase;

/**
 * Who is found by a field of the organization's own and by silence, and who was spoken with last.
 */
class NarrowedClientsTest {

  private TestedDatabase database;
  private FieldSettings settings;
  private final ClientList list = new ClientList();
  private final FilterChoices choices = new FilterChoices();

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    settings = TestedFields.settings(database);
    choices.fields = TestedFields.fields(database);
    list.rows = new ClientRows();
    list.rows.sql = database.sql();
  }

  @Test
  void a_choice_and_a_yes_or_no_leave_out_whom_they_should() throws SQLException {
    var source = field("Источник", CustomFieldType.CHOICE, "Друзья\nПоиск: сайт");
    var regular = field("Постоянный", CustomFieldType.FLAG, null);
    for (long id = 1; id <= 4; id++) {
      database.client(id, "Клиент " + id, null);
    }
    value(1, source, "text_value", "Друзья");
    value(2, source, "text_value", "Поиск: сайт");
    value(2, regular, "flag_value", true);
    value(3, regular, "flag_value", false);
    assertThat(found(filter("field", source + ":Друзья"))).containsExactly(1L);
    assertThat(found(filter("field", source + ":Поиск: сайт"))).containsExactly(2L);
    assertThat(found(filter("field", regular + ":true"))).containsExactly(2L);
    assertThat(found(filter("field", regular + ":false"))).containsExactly(3L);
  }

  @Test
  void up_to_three_fields_narrow_at_once_and_the_address_keeps_them() throws SQLException {
    var fields =
        LongStream.rangeClosed(1, 4)
            .map(n -> field("Поле " + n, CustomFieldType.FLAG, null))
            .boxed()
            .toList();
    for (long id = 1; id <= 4; id++) {
      database.client(id, "Клиент " + id, null);
      for (int at = 0; at < id && at < 3; at++) {
        value(id, fields.get(at), "flag_value", true);
      }
    }
    var asked = fields.stream().map(id -> id + ":true").toList();
    assertThat(found(chosen(asked.subList(0, 1)))).containsExactly(4L, 3L, 2L, 1L);
    assertThat(found(chosen(asked.subList(0, 2)))).containsExactly(4L, 3L, 2L);
    var three = chosen(asked.subList(0, 3));
    assertThat(found(three)).containsExactly(4L, 3L);
    assertThat(chosen(asked)).as("a fourth one is not asked for").isEqualTo(three);
    assertThat(three.query())
        .isEqualTo(
            "field=%d%%3Atrue&field=%d%%3Atrue&field=%d%%3Atrue"
                .formatted(fields.get(0), fields.get(1), fields.get(2)));
    assertThat(chosen(asked.subList(0, 3).reversed()))
        .as("one segment in whichever order")
        .isEqualTo(three);
    assertThat(chosen(List.of(asked.get(0), fields.get(0) + ":false")))
        .as("one value of a field")
        .isEqualTo(chosen(asked.subList(0, 1)));
    assertThat(three.criteria().without("field", asked.get(1)).query())
        .isEqualTo(chosen(List.of(asked.get(0), asked.get(2))).query());
    database.doing(() -> settings.archive(fields.get(1)));
    assertThat(standing(three)).isEqualTo(chosen(List.of(asked.get(0), asked.get(2))));
  }

  @Test
  void what_was_removed_since_narrows_nothing() {
    var source = field("Источник", CustomFieldType.CHOICE, "Друзья\nПоиск");
    var about = field("Паспорт", CustomFieldType.TEXT, null);
    var friends = filter("field", source + ":Друзья");
    assertThat(standing(friends)).isEqualTo(friends);
    assertThat(standing(filter("field", source + ":Выставка"))).isEqualTo(ClientFilter.EVERYBODY);
    assertThat(standing(filter("field", about + ":Друзья"))).isEqualTo(ClientFilter.EVERYBODY);
    var germans =
        ClientFilter.of(
            name -> name.equals("lang") ? "de" : name.equals("field") ? source + ":Друзья" : null);
    database.doing(() -> settings.archive(source));
    assertThat(standing(germans)).isEqualTo(filter("lang", "de"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "x:y", ":", "99999999999999999999:yes"})
  void what_is_no_field_narrows_nothing(String written) {
    assertThat(filter("field", written)).isEqualTo(ClientFilter.EVERYBODY);
  }

  @Test
  void nobody_said_anything_for_so_long() throws SQLException {
    client(1, 200);
    contact(1, 100, "OPEN");
    client(2, 200);
    contact(2, 100, "CLOSED");
    contact(2, 40, "OPEN");
    client(3, 200);
    client(4, 200);
    contact(4, 1, "OPEN");
    client(5, 1);
    client(6, 2);
    contact(6, 100, "CLOSED");
    client(7, 2);
    contact(7, 100, "CLOSED");
    contact(7, 1, "OPEN");
    assertThat(found(filter("silent", "90"))).containsExactly(6L, 3L, 1L);
    assertThat(found(filter("silent", "30"))).containsExactly(6L, 3L, 2L, 1L);
    assertThat(database.within(() -> list.count(filter("silent", "30")))).isEqualTo(4);
    assertThat(filter("silent", "31")).isEqualTo(ClientFilter.EVERYBODY);
    assertThat(filter("silent", "30").isNarrow()).isTrue();
  }

  @Test
  void whoever_was_spoken_with_last_stands_first_and_is_reached_in_both_directions()
      throws SQLException {
    for (long id = 1; id <= 140; id++) {
      client(id, 1 + (int) (id % 3));
    }
    // every two at one moment, and whoever has an older conversation stands where the later one is
    for (long id = 1; id <= 70; id++) {
      contact(id, (int) (id / 2), "OPEN");
    }
    contact(1, 90, "CLOSED");
    var sorted = filter("sort", "CONTACT");
    var pages = new ArrayList<>(List.of(database.within(() -> list.first(sorted))));
    while (pages.getLast().after() != null) {
      var last = ClientList.Position.read(pages.getLast().after().toString()).orElseThrow();
      pages.add(database.within(() -> list.after(sorted, last)));
    }
    var all = pages.stream().flatMap(page -> ids(page).stream()).toList();
    assertThat(all).hasSize(140).doesNotHaveDuplicates().startsWith(1L, 3L, 2L, 5L, 4L);
    assertThat(all.subList(0, 70))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 70).boxed().toList());
    for (int i = pages.size() - 1; i > 0; i--) {
      var first = pages.get(i).before();
      assertThat(ids(database.within(() -> list.before(sorted, first))))
          .isEqualTo(ids(pages.get(i - 1)));
    }
  }

  @Test
  void the_silent_ones_stand_in_the_order_of_their_last_contact() throws SQLException {
    client(1, 200);
    contact(1, 150, "OPEN");
    client(2, 200);
    contact(2, 100, "OPEN");
    client(3, 200);
    client(4, 200);
    contact(4, 1, "OPEN");
    client(5, 1);
    client(6, 2);
    contact(6, 120, "OPEN");
    var silent =
        ClientFilter.of(
            name -> name.equals("silent") ? "90" : name.equals("sort") ? "CONTACT" : null);
    assertThat(found(silent)).containsExactly(2L, 6L, 1L, 3L);
  }

  private long field(String name, CustomFieldType type, String values) {
    database.doing(() -> settings.add(Bearer.CLIENT, name, type, values));
    return database.within(() -> settings.all(Bearer.CLIENT)).getLast().id();
  }

  private void value(long client, long field, String column, Object value) throws SQLException {
    database.write(
        "insert into client_value (organization_id, client_id, field_id, %s) values (?, ?, ?, ?)"
            .formatted(column),
        client,
        field,
        value);
  }

  private void client(long id, int daysAgo) throws SQLException {
    database.write(
        "insert into client (organization_id, id, name, created_at) values (?, ?, 'Клиент', now() -"
            + " make_interval(days => ?))",
        id,
        daysAgo);
  }

  private void contact(long client, int daysAgo, String status) throws SQLException {
    database.write(
        "insert into conversation (organization_id, id, client_id, channel_id, address, status,"
            + " last_message_at) values (?, ?, ?, ?, 'x', ?, date_trunc('day', now()) -"
            + " make_interval(days => ?))",
        client * 1000 + daysAgo,
        client,
        database.channel(),
        status,
        daysAgo);
  }

  private ClientFilter standing(ClientFilter filter) {
    return database.within(() -> choices.standing(filter));
  }

  private List<Long> found(ClientFilter filter) {
    return ids(database.within(() -> list.first(filter)));
  }

  private static ClientFilter filter(String name, String value) {
    return ClientFilter.of(asked -> asked.equals(name) ? value : null);
  }

  private static ClientFilter chosen(List<String> values) {
    return ClientFilter.read(name -> name.equals("field") ? values.toArray(String[]::new) : null);
  }

  private static List<Long> ids(ClientList.Page page) {
    return Stream.of(page).flatMap(one -> one.rows().stream()).map(ClientRow::id).toList();
  }
}
