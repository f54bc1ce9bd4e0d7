package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Webhooks with much in them: a claim takes as many as fit into the server's memory. */
class HeavyEventsTest {

  private static final int MIB = 1024 * 1024;

  private record Claimed(long id, boolean more) {}

  private final Pipeline pipeline = Pipeline.ofNewOrganization(0);

  HeavyEventsTest() throws SQLException {}

  @Test
  void whatDoesNotFitComesWithTheNextClaim() throws SQLException {
    for (int i = 0; i < 6; i++) {
      ingest("H-" + i, 4 * MIB);
    }
    pipeline.ingest("light");
    var first = claimAndSettle();
    assertThat(first).hasSize(4).allMatch(Claimed::more);
    var second = claimAndSettle();
    assertThat(second).hasSize(3).noneMatch(Claimed::more);
    assertThat(first.getLast().id()).as("in their order").isLessThan(second.getFirst().id());
    assertThat(claimAndSettle()).isEmpty();
  }

  @Test
  void oneEventIsAlwaysTaken() throws SQLException {
    ingest("H-1", 17 * MIB);
    pipeline.ingest("light");
    assertThat(claimAndSettle()).hasSize(1).allMatch(Claimed::more);
    assertThat(claimAndSettle()).hasSize(1);
  }

  @Test
  void theLargeOnesOfOneDoNotDelayAnother() throws SQLException {
    for (int i = 0; i < 6; i++) {
      ingest("H-" + i, 4 * MIB);
    }
    var quiet = Pipeline.ofNewOrganization(0, pipeline.lane);
    quiet.ingest("light");
    try (var connection = Pipeline.connect()) {
      assertThat(claim(connection)).hasSize(5);
      assertThat(
              Sql.query(
                  connection,
                  "select organization_id::text from claim_events(?, 256)",
                  row -> row.getString(1),
                  lane(connection)))
          .contains(quiet.organization.toString());
      connection.rollback();
    }
  }

  private void ingest(String id, int bytes) throws SQLException {
    pipeline.ingest(pipeline.channel, id, "messages.upsert", "x".repeat(bytes));
  }

  private List<Claimed> claimAndSettle() throws SQLException {
    try (var connection = Pipeline.connect()) {
      var claimed = claim(connection);
      Sql.query(
          connection,
          "select finish_events(?, ?, ?, ?)",
          row -> 0,
          Sql.array(connection, "uuid", Sql.fill(claimed.size(), pipeline.organization)),
          Sql.array(connection, "int8", claimed.stream().map(Claimed::id).toArray()),
          Sql.array(connection, "text", Sql.fill(claimed.size(), "PROCESSED")),
          Sql.array(connection, "text", Sql.fill(claimed.size(), (Object) null)));
      connection.commit();
      return claimed;
    }
  }

  private List<Claimed> claim(Connection connection) throws SQLException {
    return Sql.query(
        connection,
        "select id, more from claim_events(?, 256)",
        row -> new Claimed(row.getLong(1), row.getBoolean(2)),
        lane(connection));
  }

  private java.sql.Array lane(Connection connection) throws SQLException {
    return Sql.array(connection, "int2", pipeline.lane);
  }
}
