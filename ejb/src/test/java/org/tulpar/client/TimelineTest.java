package org.tulpar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.TestedDatabase;

/** What happened with those who work for a company, against the database as it is. */
class TimelineTest {

  private static final long LOTUS = 1;
  private static final long ASTER = 2;

  private TestedDatabase database;
  private Timeline timeline;

  @BeforeEach
  void open() throws SQLException {
    database = TestedDatabase.ofNewOrganization();
    timeline = TestedCards.timeline(database);
    companies(2);
  }

  @Test
  void a_company_tells_what_happened_with_each_of_its_people_the_latest_first()
      throws SQLException {
    client(10, "Анна", LOTUS);
    client(11, "Марк", LOTUS);
    client(12, "Чужой", ASTER);
    noted(1, 10, "Ждёт счёт", 3);
    noted(2, 11, "Едут втроём", 2);
    noted(3, 12, "Не здесь", 1);
    noted(4, 10, "Оплатила", 0);
    assertThat(ofCompany(LOTUS))
        .extracting(line -> line.clientId() + " " + line.client() + " " + line.text())
        .containsExactly("10 Анна Оплатила", "11 Марк Едут втроём", "10 Анна Ждёт счёт");
  }

  @Test
  void what_happened_under_a_card_that_was_merged_is_told_of_the_one_it_became()
      throws SQLException {
    client(10, "Анна", LOTUS);
    client(11, "Анна К.", ASTER);
    noted(1, 11, "Ждёт счёт", 3);
    happened(11, "client.edited", 2);
    database.write("update client set merged_into_id = 10 where organization_id = ? and id = 11");
    assertThat(ofCompany(LOTUS))
        .extracting(line -> line.event() + " " + line.client())
        .containsExactly("client.edited Анна", "note Анна");
    assertThat(ofCompany(ASTER)).isEmpty();
  }

  @Test
  void who_has_no_name_is_told_by_phone() throws SQLException {
    client(10, null, LOTUS);
    database.write("update client set phone = '996555' where organization_id = ? and id = 10");
    happened(10, "client.created", 1);
    assertThat(ofCompany(LOTUS)).extracting(TimelineLine::client).containsExactly("+996555");
  }

  @Test
  void a_deal_is_told_with_who_made_it_and_who_wrote_what_on_it() throws SQLException {
    client(10, "Анна", LOTUS);
    funnel();
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title,"
            + " created_at) values (?, 1, 10, 1, 1, 'Тур', '2026-03-01 10:00Z')");
    database.write(
        "insert into deal_stage_change (organization_id, deal_id, from_stage_id, to_stage_id,"
            + " user_id, at) values (?, 1, null, 1, 2, '2026-03-01 09:00Z')");
    database.write(
        "insert into audit_event (organization_id, type, client_id, user_id, at, data) values (?,"
            + " 'deal.edited', 10, 1, '2026-03-01 11:00Z', '{\"deal\": 1, \"step.to\":"
            + " \"Позвонить\"}')");
    var lines = ofCompany(LOTUS);
    assertThat(lines)
        .extracting(line -> line.event() + " " + line.person() + " " + line.text())
        .startsWith("deal.edited Бакыт Тур", "deal.created Айгуль Тур");
    assertThat(lines.getFirst().facts()).containsEntry("step.to", "Позвонить");
    assertThat(lines.getLast().facts()).isEmpty();
  }

  @Test
  void nothing_is_lost_where_much_happened_in_one_moment() throws SQLException {
    database.write(
        "insert into client (organization_id, id, company_id) select ?, n, 1 from"
            + " generate_series(1, 120) n");
    database.write(
        "insert into audit_event (organization_id, type, client_id, at) select o, 'client.created',"
            + " n, '2026-03-01 10:00Z' from generate_series(1, 120) n, (select ?::uuid o) x");
    database.write(
        "insert into client_note (organization_id, id, client_id, user_id, body, created_at)"
            + " select ?, n, n, 1, 'x', '2026-03-01 10:00Z' from generate_series(1, 3) n");
    var read = new ArrayList<String>();
    var below = TimelinePlace.NEWEST;
    for (var sizes : List.of(50, 50, 23)) {
      var place = below;
      var page = database.within(() -> timeline.ofCompany(LOTUS, place));
      assertThat(page.rows()).hasSize(sizes);
      page.rows().forEach(line -> read.add(line.event() + line.clientId()));
      below = page.after() == null ? null : TimelinePlace.read(page.after());
    }
    assertThat(below).as("the end").isNull();
    assertThat(read).hasSize(123).doesNotHaveDuplicates();
  }

  @Test
  void another_organization_is_told_nothing() throws SQLException {
    client(10, "Анна", LOTUS);
    noted(1, 10, "Ждёт счёт", 3);
    var other = TestedDatabase.ofNewOrganization();
    timeline.sql = other.sql();
    assertThat(other.within(() -> timeline.ofCompany(LOTUS, TimelinePlace.NEWEST)).rows())
        .isEmpty();
  }

  @Test
  void an_address_nobody_can_read_begins_with_the_newest() {
    for (var text : new String[] {null, "", "7", "x_2026-03-01T10:00:00Z", "7_yesterday"}) {
      assertThat(TimelinePlace.read(text)).as(text).isEqualTo(TimelinePlace.NEWEST);
    }
  }

  /** Two hundred of twenty thousand work for the company. */
  @Test
  void no_timeline_reads_a_whole_table() throws SQLException {
    companies(100);
    database.write(
        "insert into client (organization_id, id, name, company_id) select ?, n, 'имя' || n, 1 + n"
            + " % 100 from generate_series(1, 20000) n");
    database.write(
        "insert into conversation (organization_id, id, client_id, channel_id, address, status,"
            + " last_message_at) select ?, n, n, ?, 'a' || n, 'OPEN', now() - n * interval '1"
            + " minute' from generate_series(1, 20000) n",
        database.channel());
    database.write(
        "insert into message (organization_id, id, conversation_id, direction, author, origin,"
            + " status, kind, body, occurred_at) select o, n, 1 + n % 20000, 'IN', 'CLIENT',"
            + " 'PHONE', 'DELIVERED', 'TEXT', 'Привет', now() from generate_series(1, 60000) n,"
            + " (select ?::uuid o) x");
    database.write(
        "insert into audit_event (organization_id, type, client_id, conversation_id) select ?,"
            + " 'conversation.closed', case n % 2 when 0 then 1 + n % 20000 end, 1 + n % 20000 from"
            + " generate_series(1, 60000) n");
    for (var note : List.of("client_note", "conversation_note")) {
      database.write(
          "insert into %1$s (organization_id, id, %2$s, user_id, body) select ?, n, n, 1, 'x' from generate_series(1, 20000) n"
              .formatted(note, note.replace("note", "id")));
    }
    deals();
    database.analyze();
    for (var below : List.of(TimelinePlace.NEWEST, new TimelinePlace(Instant.now(), 1))) {
      assertThat(database.plan(Timeline.OF_COMPANY, Timeline.values(LOTUS, below)))
          .doesNotContainPattern("Seq Scan on (client|conversation|message|audit_event|deal)")
          .contains(
              "client_company",
              "client_merged",
              "conversation_client",
              "message_thread",
              "audit_event_client",
              "audit_event_conversation",
              "client_note_client",
              "conversation_note_thread",
              "deal_client",
              "deal_stage_change_deal");
    }
  }

  private void deals() throws SQLException {
    funnel();
    database.write(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title) select ?,"
            + " n, n, 1, 1, 'Тур' from generate_series(1, 20000) n");
    database.write(
        "insert into deal_stage_change (organization_id, deal_id, to_stage_id) select ?, 1 + n %"
            + " 20000, 1 from generate_series(1, 40000) n");
  }

  private void funnel() throws SQLException {
    database.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'P', 1)");
    database.write(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (?, 1, 1,"
            + " 'Новый', 1)");
  }

  private List<TimelineLine> ofCompany(long id) {
    return database.within(() -> timeline.ofCompany(id, TimelinePlace.NEWEST)).rows();
  }

  private void companies(int count) throws SQLException {
    database.write(
        "insert into company (organization_id, id, name) select ?, n, 'Фирма ' || n from"
            + " generate_series(1, ?::int) n on conflict do nothing",
        count);
  }

  private void client(long id, String name, long company) throws SQLException {
    database.write(
        "insert into client (organization_id, id, name, company_id) values (?, ?, ?, ?)",
        id,
        name,
        company);
  }

  private void noted(long id, long client, String body, int hoursAgo) throws SQLException {
    database.write(
        "insert into client_note (organization_id, id, client_id, user_id, body, created_at) values"
            + " (?, ?, ?, 1, ?, now() - make_interval(hours => ?))",
        id,
        client,
        body,
        hoursAgo);
  }

  private void happened(long client, String event, int hoursAgo) throws SQLException {
    database.write(
        "insert into audit_event (organization_id, type, client_id, at) values (?, ?, ?, now() -"
            + " make_interval(hours => ?))",
        event,
        client,
        hoursAgo);
  }
}
