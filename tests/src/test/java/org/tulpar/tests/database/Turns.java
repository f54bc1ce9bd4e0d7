package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The turns of one organization, as whoever answers them claims and ends them. */
final class Turns {

  record Turn(long conversation, int revision) {}

  private final Pipeline pipeline;

  Turns(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  List<Turn> claim(String worker, String hold) throws SQLException {
    try (var connection = Pipeline.connect()) {
      return claim(connection, worker, hold, 100);
    }
  }

  List<Turn> claim(Connection connection, String worker, String hold, int most)
      throws SQLException {
    var turns =
        Sql.query(
            connection,
            "select conversation_id, revision from claim_turns(?, ?, ?, ?::interval, '{}', interval '1 minute')",
            row -> new Turn(row.getLong(1), row.getInt(2)),
            Sql.array(connection, "int2", pipeline.lane),
            most,
            worker,
            hold);
    connection.commit();
    return turns;
  }

  /** Returns whether the decision was taken. */
  boolean finish(Turn turn, String worker, String decision, String reply) throws SQLException {
    try (var connection = Pipeline.connect()) {
      return finish(connection, turn, worker, decision, reply);
    }
  }

  boolean finish(Connection connection, Turn turn, String worker, String decision, String reply)
      throws SQLException {
    var decided =
        Sql.query(
            connection,
            "select decided from finish_turns(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row -> row.getBoolean(1),
            Sql.array(connection, "uuid", pipeline.organization),
            Sql.array(connection, "int8", turn.conversation()),
            Sql.array(connection, "int4", turn.revision()),
            worker,
            Sql.array(connection, "text", decision),
            Sql.array(connection, "text", reply),
            Sql.array(connection, "text", (String) null),
            Sql.array(connection, "text", "reason"),
            Sql.array(connection, "int8", 1L),
            Sql.array(connection, "int8", Pipeline.nextTwoIds()));
    connection.commit();
    return decided.getFirst();
  }

  /** As the clock does it: gives back what people have been silent about. */
  List<Long> returnSilent() throws SQLException {
    try (var connection = pipeline.inScope()) {
      var returned =
          Sql.query(
              connection,
              "select return_silent_conversations(100, ?)",
              row -> row.getLong(1),
              (Object) pipeline.lane);
      connection.commit();
      return returned;
    }
  }
}
