package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Which transactions of the pipeline wait for the disk (docs/adr/0016). */
class DurabilityTest {

  private static final String WRITES = "select current_setting('synchronous_commit')";

  @Test
  void whatIsDoneAgainAfterACrashDoesNotWait() throws SQLException {
    assertThat(after("select claim_turns('{0}', 1, 'node/1', '1 minute', '{}', '1 minute')"))
        .isEqualTo("off");
  }

  @Test
  void whatIsAcknowledgedWaits() throws SQLException {
    assertThat(after("select ingest('{}', '{}', '{}', '{}', '{}', '{}', '{}')")).isEqualTo("on");
  }

  @Test
  void theFenceAndTheResultOfASendWait() throws SQLException {
    assertThat(after("select claim_outbox('{0}', 1, 'node/1')")).isEqualTo("on");
    assertThat(
            after("select mark_outbox('node/1', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')"))
        .isEqualTo("on");
  }

  @Test
  void aTakeoverByPhoneWaitsAndAClientsMessageDoesNot() throws SQLException {
    var pipeline = Pipeline.ofNewOrganization(0);
    try (var connection = Pipeline.connect()) {
      connection.setAutoCommit(false);
      pipeline.apply(connection, Incoming.from("77010000001@s.whatsapp.net", "D-1", "hello"));
      assertThat(writes(connection)).isEqualTo("off");
      connection.commit();
      pipeline.apply(
          connection, Incoming.typedOnThePhone("77010000001@s.whatsapp.net", "D-2", "I am here"));
      assertThat(writes(connection)).isEqualTo("on");
      connection.commit();
      assertThat(writes(connection)).as("the next transaction").isEqualTo("off");
    }
  }

  private static String after(String call) throws SQLException {
    try (var connection = Pipeline.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(call);
      var writes = writes(connection);
      connection.rollback();
      return writes;
    }
  }

  private static String writes(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(WRITES)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
