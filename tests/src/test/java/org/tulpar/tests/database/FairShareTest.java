package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A batch takes from each organization in turn where events are resolved, and from each lane where
 * turns and messages are claimed: who floods takes what the others leave.
 */
class FairShareTest {

  private static final short LANE = 31_000;
  private static final int MOST = 64;

  private record Claimed(UUID organization, long id, boolean more) {}

  @Test
  void aFloodDoesNotDelayAnotherOrganization() throws SQLException {
    var flood = Pipeline.ofNewOrganization(0, LANE);
    var quiet = Pipeline.ofNewOrganization(0, LANE);
    flood(flood, 500);
    for (int i = 0; i < 3; i++) {
      quiet.ingest("Q-" + i);
    }
    var claimed = claim(LANE);
    assertThat(claimed).hasSize(MOST);
    assertThat(of(claimed, quiet)).as("all of the quiet one").hasSize(3);
    assertThat(of(claimed, flood)).as("in their order").isSorted();
    assertThat(of(claimed, flood).getFirst())
        .isEqualTo(
            Long.parseLong(
                flood.look("select min(id) from inbound_event where organization_id = ?")));
  }

  @Test
  void oneOrganizationAloneGetsEverything() throws SQLException {
    var lane = (short) (LANE + 1);
    var alone = Pipeline.ofNewOrganization(0, lane);
    flood(alone, 100);
    assertThat(claim(lane)).hasSize(MOST);
  }

  @Test
  void whatIsLeftOverIsSaid() throws SQLException {
    var lane = (short) (LANE + 2);
    var flood = Pipeline.ofNewOrganization(0, lane);
    for (int i = 0; i < 7; i++) {
      Pipeline.ofNewOrganization(0, lane).ingest("one");
    }
    flood(flood, 100);
    var claimed = claim(lane);
    assertThat(claimed.size()).isLessThan(MOST);
    assertThat(claimed.stream().filter(Claimed::more).map(Claimed::organization).distinct())
        .containsExactly(flood.organization);
  }

  @Test
  void aFloodOfTurnsLeavesTheOtherLaneItsPlaces() throws SQLException {
    var flood = Pipeline.ofNewOrganization(0, (short) (LANE + 3));
    var quiet = Pipeline.ofNewOrganization(0, (short) (LANE + 4));
    for (int i = 0; i < 12; i++) {
      flood.apply(Incoming.from("77010000%d@s.whatsapp.net".formatted(i), "F-" + i, "words"));
    }
    quiet.apply(Incoming.from("77020000@s.whatsapp.net", "Q-1", "words"));
    assertThat(
            claimed(
                "select organization_id from claim_turns('{%d,%d}', 8, 'w', '1 minute', '{}', '1 minute')",
                flood, quiet))
        .hasSize(8)
        .contains(quiet.organization);
    assertThat(
            claimed(
                "select organization_id from claim_turns('{%d,%d}', 8, 'w', '1 minute', '{}', '1 minute')",
                flood, quiet))
        .as("what was left")
        .hasSize(5)
        .containsOnly(flood.organization);
  }

  @Test
  void aFloodOfMessagesLeavesTheOtherLaneItsPlaces() throws SQLException {
    var flood = Pipeline.ofNewOrganization(0, (short) (LANE + 5));
    var quiet = Pipeline.ofNewOrganization(0, (short) (LANE + 6));
    for (int i = 0; i < 12; i++) {
      flood.outbox.queue(5);
    }
    quiet.outbox.queue(5);
    assertThat(
            claimed(
                "select organization_id from claim_outbox('{%d,%d}', 8, 'w') where verdict = 'SEND'",
                flood, quiet))
        .hasSize(8)
        .contains(quiet.organization);
  }

  private static List<UUID> claimed(String sql, Pipeline one, Pipeline other) throws SQLException {
    try (var connection = Pipeline.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql.formatted(one.lane, other.lane))) {
      var claimed = new ArrayList<UUID>();
      while (rows.next()) {
        claimed.add(rows.getObject(1, UUID.class));
      }
      connection.commit();
      return claimed;
    }
  }

  private static List<Long> of(List<Claimed> claimed, Pipeline one) {
    return claimed.stream()
        .filter(event -> event.organization().equals(one.organization))
        .map(Claimed::id)
        .toList();
  }

  private static void flood(Pipeline pipeline, int events) throws SQLException {
    pipeline.prepare(
        "insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw)"
            + " select ?, ?, 'F-' || n, 'messages.upsert', ?, '{}' from generate_series(1, ?) n",
        pipeline.organization,
        pipeline.channel,
        pipeline.lane,
        events);
  }

  private static List<Claimed> claim(short lane) throws SQLException {
    try (var connection = Pipeline.connect();
        var statement =
            connection.prepareStatement(
                "select organization_id, id, more from claim_events(?, ?)")) {
      statement.setArray(1, connection.createArrayOf("int2", new Object[] {lane}));
      statement.setInt(2, MOST);
      try (var rows = statement.executeQuery()) {
        var claimed = new ArrayList<Claimed>();
        while (rows.next()) {
          claimed.add(
              new Claimed(rows.getObject(1, UUID.class), rows.getLong(2), rows.getBoolean(3)));
        }
        return claimed;
      }
    }
  }
}
