package org.tulpar.operations.backup;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tulpar.kernel.Repository;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.Outcome;

/** The table {@code restore_proof}; a proof that was not finished proves nothing. */
@Repository
class RestoreProofs {

  /** More differences than a person reads are counted, not kept. */
  private static final int KEPT_DIFFERENCES = 200;

  @Inject private ConsoleSql sql;

  RestoreProofs() {}

  RestoreProofs(ConsoleSql sql) {
    this.sql = sql;
  }

  long open(long run, Instant now) {
    return sql.rows(
            "insert into restore_proof (backup_run_id, started_at) values (?, ?) returning id",
            row -> row.getLong(1),
            run,
            now)
        .getFirst();
  }

  void compared(long proof, Comparison comparison, Instant now) {
    var kept = comparison.differences().stream().limit(KEPT_DIFFERENCES).toList();
    sql.update(
        """
        update restore_proof set outcome = ?, tables = ?, rows_compared = ?, finished_at = ?,
          differences = (select jsonb_agg(jsonb_build_object('what', w, 'expected', e, 'found', f))
                         from unnest(?::text[], ?::bigint[], ?::bigint[]) as d (w, e, f))
        where id = ?""",
        comparison.holds() ? Outcome.GREEN : Outcome.RED,
        comparison.tables(),
        comparison.rows(),
        now,
        kept.stream().map(Difference::what).toArray(String[]::new),
        kept.stream().map(Difference::expected).toArray(Long[]::new),
        kept.stream().map(Difference::found).toArray(Long[]::new),
        proof);
  }

  /** Ends every proof of a run that is still open. */
  void fail(long run, String code, String reason, Instant now) {
    sql.update(
        """
        update restore_proof set outcome = 'RED', reason_code = ?, reason = ?, finished_at = ?
        where backup_run_id = ? and outcome = 'RUNNING'""",
        code,
        reason,
        now,
        run);
  }

  /** Ends proofs whose run has ended without them. */
  void buryDead(String code, Instant now) {
    sql.update(
        """
        update restore_proof set outcome = 'RED', reason_code = ?, finished_at = ?
        where outcome = 'RUNNING'
          and backup_run_id in (select id from backup_run where outcome <> 'RUNNING')""",
        code,
        now);
  }

  /** The newest proof of each run, by the run. */
  Map<Long, RestoreProof> ofRuns(List<BackupRun> runs) {
    return sql
        .rows(
            "select * from restore_proof where backup_run_id = any (?)",
            RestoreProofs::proof,
            (Object) runs.stream().map(BackupRun::id).toArray(Long[]::new))
        .stream()
        .collect(
            Collectors.toMap(
                RestoreProof::backupRun,
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparing(RestoreProof::id))));
  }

  private static RestoreProof proof(ResultSet row) throws SQLException {
    return new RestoreProof(
        row.getLong("id"),
        row.getLong("backup_run_id"),
        ConsoleSql.instant(row, "started_at"),
        ConsoleSql.instant(row, "finished_at"),
        Outcome.valueOf(row.getString("outcome")),
        row.getInt("tables"),
        row.getLong("rows_compared"),
        row.getString("reason_code"),
        row.getString("reason"));
  }
}
