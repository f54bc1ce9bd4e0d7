package org.tulpar.operations.isolation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tulpar.kernel.Repository;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.Outcome;
import org.tulpar.operations.backup.Trigger;

/** The table {@code isolation_proof}: at most one row is running. */
@Repository
class IsolationProofs {

  @Inject private ConsoleSql sql;

  /** Opens a proof; empty when another one is open. */
  OptionalLong open(Trigger trigger, Instant now) {
    return sql
        .rows(
            """
            insert into isolation_proof (trigger, started_at) values (?, ?)
            on conflict (outcome) where outcome = 'RUNNING' do nothing returning id""",
            row -> row.getLong(1),
            trigger,
            now)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** Opens the red proof of an execution again, what it had found taken back. */
  OptionalLong resume(long execution, Instant now) {
    return sql
        .rows(
            """
            update isolation_proof set outcome = 'RUNNING', started_at = ?, finished_at = null
            where execution = ? and outcome = 'RED' and not exists (select from isolation_proof where outcome = 'RUNNING')
            returning id""",
            row -> row.getLong(1),
            now,
            execution)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  void executing(long proof, long execution) {
    sql.update("update isolation_proof set execution = ? where id = ?", execution, proof);
  }

  /** What one look has shown takes the place of what an earlier one had. */
  void keep(long proof, Barrier barrier, int tables, int held, List<String> breaches) {
    sql.update(
        """
        update isolation_proof set tables = ?, %s = ?,
          breaches = (select coalesce(array_agg(b), '{}') from unnest(breaches) b where not b like ?) || ?::text[]
        where id = ? and outcome = 'RUNNING'"""
            .formatted(column(barrier)),
        tables,
        held,
        "%: " + barrier.name(),
        breaches.toArray(String[]::new),
        proof);
  }

  /** The only way to green: each barrier stands in each table. */
  void close(long proof, Instant now) {
    sql.update(
        """
        update isolation_proof set finished_at = ?,
          outcome = case when tables > 0 and guarded = tables and unseen = tables and unwritten = tables then 'GREEN' else 'RED' end
        where id = ? and outcome = 'RUNNING'""",
        now,
        proof);
  }

  /** Ends what died with its server: no proof takes an hour. */
  void buryDead(Instant oldest, Instant now) {
    sql.update(
        """
        update isolation_proof set outcome = 'RED', finished_at = ?
        where outcome = 'RUNNING' and started_at < ?""",
        now,
        oldest);
  }

  Optional<IsolationProof> latest() {
    return sql
        .rows("select * from isolation_proof order by id desc limit 1", IsolationProofs::proof)
        .stream()
        .findFirst();
  }

  Optional<IsolationProof> byId(long proof) {
    return sql
        .rows("select * from isolation_proof where id = ?", IsolationProofs::proof, proof)
        .stream()
        .findFirst();
  }

  private static String column(Barrier barrier) {
    return switch (barrier) {
      case GUARDED -> "guarded";
      case UNSEEN -> "unseen";
      case UNWRITTEN -> "unwritten";
    };
  }

  private static IsolationProof proof(ResultSet row) throws SQLException {
    return new IsolationProof(
        row.getLong("id"),
        ConsoleSql.instant(row, "started_at"),
        ConsoleSql.instant(row, "finished_at"),
        Outcome.valueOf(row.getString("outcome")),
        row.getInt("tables"),
        row.getInt("guarded"),
        row.getInt("unseen"),
        row.getInt("unwritten"),
        List.of((String[]) row.getArray("breaches").getArray()));
  }
}
