package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a claim reads is a small multiple of what it takes, also where its plan was made when there
 * was nothing to claim: so is every installation at the hour at which nobody writes.
 */
class ClaimedTurnsTest {

  private static final short LANE = 30_700;
  private static final int DUE = 2_000;
  private static final int MOST = 128;

  /** Each is found in its lane, and once more to be locked. */
  private static final long READ_AT_MOST = 4L * MOST;

  private Pipeline organization;

  @BeforeEach
  void prepare() throws SQLException {
    organization = Pipeline.ofNewOrganization(0, LANE);
    empty();
    organization.prepare("vacuum turn");
  }

  @AfterEach
  void empty() throws SQLException {
    organization.prepare("truncate turn");
  }

  @Test
  void aClaimThatWasPlannedOnAnEmptyTableReadsWhatItTakes() throws SQLException {
    try (var worker = Pipeline.connect()) {
      assertThat(number(worker, "select reltuples from pg_class where relname = 'turn'"))
          .as("known to be empty")
          .isZero();
      assertThat(claimed(worker)).isZero();
      worker.commit();
      fill();
      assertThat(claimed(worker)).isEqualTo(MOST);
      assertThat(
              number(
                  worker,
                  "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'turn'"))
          .as("rows that were read")
          .isBetween((long) MOST, READ_AT_MOST);
      worker.commit();
    }
  }

  /** Turns that are due; no conversation is asked for. */
  private void fill() throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      statement.execute(
          "insert into turn (organization_id, conversation_id, lane, first_at, due_at) select '%s', n, %d, now(), now() from generate_series(1, %d) n"
              .formatted(organization.organization, LANE, DUE));
      connection.commit();
    }
  }

  private static long claimed(Connection worker) throws SQLException {
    return number(
        worker,
        "select count(*) from claim_turns('{%d}', %d, 'w', '1 minute', '{}', '1 minute')"
            .formatted(LANE, MOST));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
