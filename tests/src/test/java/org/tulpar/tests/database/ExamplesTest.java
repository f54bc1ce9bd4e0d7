package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.deal.example.Examples;

/** Examples come and go, and nothing real goes with them, against the database as it is. */
class ExamplesTest {

  private static final List<String> TABLES =
      List.of("client", "deal", "client_tag", "tag", "deal_tally", "deal_stage_change");

  private final Office office = new Office();
  private final Examples examples = office.get(Examples.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.prepare();
    // The first numbers are taken by what a test prepared.
    office.text("select nextval('entity_id') + nextval('message_id')");
    office.conversation(1, "One").conversation(2, "Two");
    office.change(
        "insert into pipeline (organization_id, id, name, position) values (:o, 1, 'Tours', 1)");
    office.change(
        """
        insert into stage (organization_id, id, pipeline_id, name, position, kind, probability)
        values (:o, 1, 1, 'New', 1, 'OPEN', 10), (:o, 2, 1, 'Paid', 2, 'WON', 100)""");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void theyComeOnceAndLeaveNothingBehind() {
    var before = counts();
    bring();
    assertThat(office.within(examples::arePresent)).isTrue();
    var with = counts();
    assertThat(with).isNotEqualTo(before);
    assertThat(office.texts("select distinct stage_id::text from deal")).containsExactly("1");
    bring();
    assertThat(counts()).isEqualTo(with);
    takeAway();
    assertThat(counts()).isEqualTo(before);
    assertThat(office.within(examples::arePresent)).isFalse();
  }

  @Test
  void whatHasBecomeRealStays() throws SQLException {
    bring();
    var client = office.text("select min(id)::text from client where example");
    office.change(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title) values (:o, 5, %s, 1, 1, 'Real')"
            .formatted(client));
    takeAway();
    assertThat(office.texts("select title from deal")).containsExactly("Real");
    assertThat(office.texts("select id::text from client order by id"))
        .containsExactlyInAnyOrder("1", "2", client);
    assertThat(office.texts("select 1 from client where example")).isEmpty();
  }

  /** What hangs on a client and does not go by itself would keep the example from going. */
  @Test
  void everyTableThatHoldsAClientIsThoughtOf() throws SQLException {
    var holding = new ArrayList<String>();
    try (var connection = Database.superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select distinct conrelid::regclass::text from pg_constraint where contype = 'f'"
                    + " and confrelid = 'client'::regclass and confdeltype = 'a'")) {
      while (rows.next()) {
        holding.add(rows.getString(1));
      }
    }
    assertThat(holding)
        .containsExactlyInAnyOrder(
            "client", "conversation", "audit_event", "deal", "client_merge", "orders");
  }

  @Test
  void theirsStayWhenOursGo() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.run(() -> other.get(Examples.class).bring(Locale.ENGLISH, Office.AIGUL));
      bring();
      takeAway();
      assertThat(other.texts("select 1 from client where example")).hasSize(6);
    }
  }

  @Test
  void withoutAPipelineThereAreClientsOnly() throws SQLException {
    office.change("delete from stage where organization_id = :o");
    office.change("delete from pipeline where organization_id = :o");
    bring();
    assertThat(office.texts("select 1 from client where example")).hasSize(6);
    assertThat(office.texts("select 1 from deal")).isEmpty();
  }

  private void bring() {
    office.run(() -> examples.bring(Locale.of("ru"), Office.AIGUL));
  }

  private void takeAway() {
    office.run(() -> examples.takeAway(Office.AIGUL));
  }

  /** A tally that has come down to nothing is as good as none. */
  private List<String> counts() {
    return TABLES.stream()
        .map(
            table ->
                table
                    + office.text(
                        "select count(*)::text from %s %s"
                            .formatted(table, table.equals("deal_tally") ? "where deals > 0" : "")))
        .toList();
  }
}
