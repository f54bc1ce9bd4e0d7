package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.ClientList;

/** How the clients are read where they are many and others have more. */
class ClientsPlanTest {

  private static final int CLIENTS = 3_000;
  private static final int OTHERS = 12_000;

  private static final Explained EXPLAINED = new Explained();
  private static final Office OFFICE = new Office(EXPLAINED);
  private static final Office OTHER = new Office();

  @BeforeAll
  static void fill() throws SQLException {
    fill(OFFICE, CLIENTS);
    fill(OTHER, OTHERS);
    for (var table : List.of("client", "conversation", "client_value")) {
      OFFICE.change("vacuum analyze " + table);
    }
    EXPLAINED.listen();
  }

  /** One in ten was never spoken with; of the others half for more than 90 days. */
  private static void fill(Office office, int clients) throws SQLException {
    office.prepare();
    office.change(
        """
        insert into client (organization_id, id, name, created_at)
        select :o, n, 'Client ' || n, now() - interval '400 days' * n / %1$d from generate_series(1, %1$d) n\
        """
            .formatted(clients));
    office.change(
        """
        insert into conversation (organization_id, id, client_id, channel_id, address, last_message_at)
        select :o, n, n, :o, 'a' || n, now() - interval '180 days' * n / %1$d from generate_series(1, %1$d) n where n %% 10 > 0\
        """
            .formatted(clients));
    office.change(
        """
        insert into custom_field (organization_id, id, name, type, choices)
        values (:o, 1, 'Found by', 'CHOICE', '{rare,common}'), (:o, 2, 'Regular', 'FLAG', '{}'),
          (:o, 3, 'Side', 'CHOICE', '{left,right}'), (:o, 4, 'Visa', 'DATE', '{}'), (:o, 5, 'Children', 'NUMBER', '{}')\
        """);
    office.change(
        """
        insert into client_value (organization_id, client_id, field_id, text_value)
        select :o, n, x.field, x.value from generate_series(1, %d) n, lateral (values
          (1, case n %% 100 when 0 then 'rare' else 'common' end), (3, case n %% 3 when 0 then 'left' else 'right' end)) x (field, value)\
        """
            .formatted(clients));
    office.change(
        """
        insert into client_value (organization_id, client_id, field_id, flag_value)
        select :o, n, 2, n %% 2 = 0 from generate_series(1, %d) n\
        """
            .formatted(clients));
    office.change(
        """
        insert into client_value (organization_id, client_id, field_id, date_value, number_value)
        select :o, n, x.field, x.day, x.number from generate_series(1, %d) n, lateral (values
          (4, date '2026-01-01' + n %% 1000, null), (5, null, n %% 1000)) x (field, day, number)\
        """
            .formatted(clients));
  }

  @AfterAll
  static void empty() throws SQLException {
    for (var office : List.of(OFFICE, OTHER)) {
      for (var table : List.of("client_value", "conversation", "client")) {
        office.change("delete from %s where organization_id = :o".formatted(table));
      }
      office.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=CONTACT",
        "silent=30",
        "silent=90",
        "silent=90&sort=NAME",
        "silent=90&sort=CONTACT",
        "field=1:rare",
        "field=1:common",
        "field=2:true",
        "field=1:rare&sort=CONTACT",
        "field=2:false&silent=90",
        "field=1:common&field=2:true&field=3:left",
        "field=1:rare&field=2:true&field=3:left&sort=NAME",
        "field=1:common&field=2:false&field=3:right&silent=90&sort=CONTACT",
        "field=4_2026-02-01_2026-02-03",
        "field=4_2026-02-01_",
        "field=4__2026-01-05&sort=CONTACT",
        "field=5_100_102&sort=NAME",
        "field=5_100_",
        "field=4_2026-02-01_2028-01-01&field=5__900&field=1:rare",
        "field=4_2026-02-01_&field=5_3_&silent=90&sort=CONTACT"
      })
  void aPageIsReadByIndexesInAStatementOrTwo(String address) {
    var filter = ClientFilter.read(name -> values(address, name));
    var list = OFFICE.get(ClientList.class);
    var first = read(() -> list.first(filter));
    assertThat(first.rows()).isNotEmpty();
    if (first.after() != null) {
      var second = read(() -> list.after(filter, first.after()));
      read(() -> list.before(filter, second.before()));
    }
  }

  @Test
  void thePageBehindAContactBeginsAtThatContact() {
    var sorted = ClientFilter.of(name -> name.equals("sort") ? "CONTACT" : null);
    var list = OFFICE.get(ClientList.class);
    var first = read(() -> list.first(sorted));
    read(() -> list.after(sorted, first.after()));
    assertThat(EXPLAINED.plans())
        .singleElement()
        .asString()
        .containsPattern(
            "conversation_latest on conversation [^\n]*\n *Index Cond: [^\n]*last_message_at <=");
  }

  /** Who is rarely found by a day or a number is not looked for among all who have one. */
  @ParameterizedTest
  @CsvSource({
    "field=4_2026-02-01_2026-02-03, day, date_value",
    "field=5_100_102, number, number_near"
  })
  void aNarrowRangeIsAPartOfAnIndex(String address, String index, String column) {
    var filter = ClientFilter.read(name -> values(address, name));
    read(() -> OFFICE.get(ClientList.class).first(filter));
    assertThat(EXPLAINED.plans())
        .singleElement()
        .asString()
        .containsPattern(
            "client_value_%1$s[^\n]*\n *Index Cond: [^\n]*%2$s >= [^\n]*%2$s <= "
                .formatted(index, column));
  }

  /** However young her card is: it does not say how long ago she was spoken with. */
  @Test
  void whoeverIsSilentIsToldByOneLookAtTheLatestConversation() {
    var silent = ClientFilter.of(name -> name.equals("silent") ? "90" : null);
    read(() -> OFFICE.get(ClientList.class).first(silent));
    assertThat(EXPLAINED.plans())
        .singleElement()
        .asString()
        .contains("client_newest on client ", "Index Only Scan using conversation_client");
  }

  /** Never whole: neither the clients nor what is asked about them. */
  private static ClientList.Page read(Supplier<ClientList.Page> page) {
    EXPLAINED.forget();
    var read = OFFICE.within(page);
    assertThat(EXPLAINED.plans())
        .hasSizeBetween(1, 2)
        .noneMatch(
            plan -> plan.matches("(?s).*Seq Scan on (client|conversation|client_value)\\b.*"));
    assertThat(EXPLAINED.millis()).as("milliseconds").isLessThan(500);
    return read;
  }

  private static String[] values(String address, String name) {
    return Stream.of(address.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .toArray(String[]::new);
  }
}
