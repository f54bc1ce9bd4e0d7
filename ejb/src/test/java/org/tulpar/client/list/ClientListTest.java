package org.tulpar.client.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.tenant.TestedDatabase;

/** Who is on which page of the list, and by which way the database gets there. */
class ClientListTest {

  private TestedDatabase database;
  private final ClientList list = new ClientList();

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    list.rows = new ClientRows();
    list.rows.sql = database.sql();
  }

  @Test
  void the_newest_client_stands_first_and_every_page_is_reached_in_both_directions()
      throws SQLException {
    many(120);
    var first = database.within(() -> list.first(ClientFilter.EVERYBODY));
    var second = database.within(() -> list.after(ClientFilter.EVERYBODY, first.after()));
    var third = database.within(() -> list.after(ClientFilter.EVERYBODY, second.after()));
    assertThat(ids(first, second, third))
        .hasSize(120)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(first.before()).isNull();
    assertThat(third.after()).isNull();
    var back = database.within(() -> list.before(ClientFilter.EVERYBODY, third.before()));
    assertThat(ids(back)).isEqualTo(ids(second));
    assertThat(ids(database.within(() -> list.before(ClientFilter.EVERYBODY, back.before()))))
        .isEqualTo(ids(first));
  }

  @Test
  void by_name_those_without_one_come_last() throws SQLException {
    database.client(1, "Яна", null);
    database.client(2, null, "996555000002");
    database.client(3, "анна", null);
    var page = database.within(() -> list.first(filter("sort", "NAME")));
    assertThat(ids(page)).containsExactly(3L, 1L, 2L);
  }

  @Test
  void a_place_in_the_list_survives_the_address() throws SQLException {
    database.client(1, "Анна_Мария", null);
    var page = database.within(() -> list.first(ClientFilter.EVERYBODY));
    var position = ClientList.Position.of(page.rows().getFirst());
    assertThat(ClientList.Position.read(position.toString())).contains(position);
    assertThat(ClientList.Position.read("1_yesterday_x")).isEmpty();
    assertThat(ClientList.Position.read("x")).isEmpty();
    assertThat(ClientList.Position.read(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "соколова",
        "СОКОЛ",
        "Елена Сокол",
        "сокол еле",
        "+996 555 12-34-56",
        "996555",
        "0555123456",
        "123456",
        "lena@mail.com",
        "Ромашка",
        "77012223344"
      })
  void she_is_found_by(String typed) throws SQLException {
    many(3);
    soughtClient();
    assertThat(ids(database.within(() -> list.first(filter("q", typed))))).containsExactly(900L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Петрова", "Елена Петрова", "%", "_", "'; drop table client", "456", "()"})
  void nobody_is_found_by(String typed) throws SQLException {
    soughtClient();
    assertThat(ids(database.within(() -> list.first(filter("q", typed))))).isEmpty();
  }

  @Test
  void a_new_name_and_a_new_company_are_found_and_the_old_ones_are_not() throws SQLException {
    soughtClient();
    database.write("insert into company (organization_id, id, name) values (?, 78, 'Лотос')");
    database.write(
        "update client set name = 'Елена Орлова', company_id = 78 where organization_id = ? and id"
            + " = 900");
    assertThat(found("Орлова")).containsExactly(900L);
    assertThat(found("Лотос")).containsExactly(900L);
    assertThat(found("Соколова")).isEmpty();
    assertThat(found("Ромашка")).isEmpty();
  }

  @Test
  void every_filter_leaves_out_whom_it_should() throws SQLException {
    many(3);
    soughtClient();
    database.write("insert into tag (organization_id, id, name) values (?, 5, 'VIP')");
    database.write(
        "insert into client_tag (organization_id, client_id, tag_id) values (?, 900, 5)");
    database.conversation(50, 900, "OPEN");
    database.write("update conversation set assignee_id = 1 where organization_id = ? and id = 50");
    database.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'P', 1)");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (?, 9, 1,"
            + " 'Новый', 1)");
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title) values (?,"
            + " 1, 900, 1, 9, 'Тур')");
    for (var one :
        Map.of(
                "lang",
                "ru",
                "tag",
                "5",
                "manager",
                "1",
                "stage",
                "9",
                "company",
                "77",
                "channel",
                "EVOLUTION")
            .entrySet()) {
      var filter = filter(one.getKey(), one.getValue());
      assertThat(ids(database.within(() -> list.first(filter))))
          .as(one.getKey())
          .containsExactly(900L);
      assertThat(database.within(() -> list.count(filter))).isEqualTo(1);
    }
    var row = database.within(() -> list.first(filter("tag", "5"))).rows().getFirst();
    assertThat(row.tags()).containsExactly("VIP");
    assertThat(row.deal().stage()).isEqualTo("Новый");
    assertThat(row.talk().assignee()).isEqualTo("Бакыт");
    assertThat(row.company()).isEqualTo("ООО «Ромашка»");
  }

  @Test
  void another_organization_is_not_seen() throws SQLException {
    soughtClient();
    var other = TestedDatabase.ofNewOrganization();
    assertThat(ids(other.within(() -> list.first(ClientFilter.EVERYBODY)))).isEmpty();
    assertThat(ids(other.within(() -> list.first(filter("q", "Соколова"))))).isEmpty();
  }

  @Test
  void an_address_is_read_as_it_was_written() {
    var filter = filter("q", "Анна & Ко").query();
    assertThat(filter).isEqualTo("q=%D0%90%D0%BD%D0%BD%D0%B0+%26+%D0%9A%D0%BE");
    assertThat(ClientFilter.of(name -> null)).isEqualTo(ClientFilter.EVERYBODY);
    assertThat(filter("tag", "x").isNarrow()).isFalse();
    assertThat(filter("sort", "NAME").isNarrow()).isFalse();
    assertThat(filter("lang", "ru").isNarrow()).isTrue();
  }

  @Test
  void no_page_reads_a_whole_table() throws SQLException {
    many(20_000);
    database.analyze();
    for (var query :
        List.of(
            "",
            "lang=xx",
            "q=имя",
            "q=0555123456",
            "q=имя 7 фам",
            "sort=NAME",
            "company=77",
            "import=3")) {
      var filter = filter(query.split("=", 2)[0], query.substring(query.indexOf('=') + 1));
      var condition = ClientCondition.of(filter);
      var order =
          filter.sort() == ClientSort.NAME ? "c.name_key, c.id" : "c.created_at desc, c.id desc";
      assertThat(
              database.plan(
                  "select c.* from client c where %s order by %s limit 51"
                      .formatted(condition.sql(), order),
                  condition.values().toArray()))
          .as(query)
          .doesNotContain("Seq Scan")
          .contains("Index");
    }
  }

  private void soughtClient() throws SQLException {
    database.write(
        "insert into company (organization_id, id, name) values (?, 77, 'ООО «Ромашка»')");
    database.write(
        "insert into client (organization_id, id, name, phone, email, language, company_id) values"
            + " (?, 900, 'Елена Соколова', '996555123456', 'lena@mail.com', 'ru', 77)");
    database.write(
        "insert into client_identity (organization_id, channel_type, kind, value, client_id) values"
            + " (?, 'EVOLUTION', 'JID', '77012223344@s.whatsapp.net', 900)");
  }

  private void many(int count) throws SQLException {
    database.write(
        "insert into client (organization_id, id, name, phone, created_at) select ?, n, 'имя' || n"
            + " || ' фам' || n, '7900' || lpad(n::text, 7, '0'), now() - make_interval(secs =>"
            + " 100000 - n) from generate_series(1, ?::int) n",
        count);
  }

  private List<Long> found(String typed) {
    return ids(database.within(() -> list.first(filter("q", typed))));
  }

  private static ClientFilter filter(String name, String value) {
    return ClientFilter.of(asked -> asked.equals(name) ? value : null);
  }

  private static List<Long> ids(ClientList.Page... pages) {
    return Stream.of(pages).flatMap(page -> page.rows().stream()).map(ClientRow::id).toList();
  }
}
