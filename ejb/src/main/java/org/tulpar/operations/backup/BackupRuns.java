package org.tulpar.operations.backup;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.tulpar.kernel.Repository;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.Outcome;

/**
 * The table {@code backup_run}: at most one row is running, and what has ended changes no more
 * unless somebody resumes it.
 */
@Repository
class BackupRuns {

  private static final String INTERRUPTED = "backup.interrupted";

  @Inject private ConsoleSql sql;

  BackupRuns() {}

  BackupRuns(ConsoleSql sql) {
    this.sql = sql;
  }

  /** Opens a run; empty when another one is open. */
  OptionalLong open(Trigger trigger, String node, Instant now) {
    return sql
        .rows(
            """
            insert into backup_run (trigger, node, started_at) values (?, ?, ?)
            on conflict (outcome) where outcome = 'RUNNING' do nothing returning id""",
            row -> row.getLong(1),
            trigger,
            node,
            now)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  boolean isOpen() {
    return !sql.rows("select id from backup_run where outcome = 'RUNNING'", row -> row.getLong(1))
        .isEmpty();
  }

  /**
   * Ends runs nobody works on any more: those of an earlier life of this node and those that are
   * older than any run may become. Returns who had asked for them.
   */
  List<Trigger> buryDead(String node, String life, Instant oldest, Instant now) {
    return sql.rows(
        """
        update backup_run set outcome = 'RED', finished_at = ?, reason_code = ?
        where outcome = 'RUNNING' and (coalesce(resumed_at, started_at) < ? or starts_with(node, ?) and node <> ?)
        returning trigger""",
        row -> Trigger.valueOf(row.getString(1)),
        now,
        INTERRUPTED,
        oldest,
        node + "#",
        node + "#" + life);
  }

  /** Opens the red run of an execution again; empty when it has none. */
  OptionalLong resume(long execution, String node, Instant now) {
    return sql
        .rows(
            """
            update backup_run set outcome = 'RUNNING', finished_at = null, reason_code = null, reason = null, node = ?, resumed_at = ?
            where execution = ? and outcome = 'RED' and pruned_at is null returning id""",
            row -> row.getLong(1),
            node,
            now,
            execution)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  int interruptedSince(Instant time) {
    return sql.rows(
            "select count(*) from backup_run where started_at >= ? and reason_code = ?",
            row -> row.getInt(1),
            time,
            INTERRUPTED)
        .getFirst();
  }

  void executing(long run, long execution) {
    sql.update("update backup_run set execution = ? where id = ?", execution, run);
  }

  void dumped(long run, String file, long bytes) {
    sql.update("update backup_run set file = ?, bytes = ? where id = ?", file, bytes, run);
  }

  /** Ends a run; false when it had ended before. */
  boolean close(long run, Outcome outcome, String code, String reason, Instant now) {
    return sql.update(
            """
            update backup_run set outcome = ?, reason_code = ?, reason = ?, finished_at = ?
            where id = ? and outcome = 'RUNNING'""",
            outcome,
            code,
            reason,
            now,
            run)
        == 1;
  }

  /** Says something about a run that has ended. */
  void remark(long run, String code, String reason) {
    sql.update("update backup_run set reason_code = ?, reason = ? where id = ?", code, reason, run);
  }

  void pruned(long run, Instant now) {
    sql.update("update backup_run set pruned_at = ? where id = ?", now, run);
  }

  BackupRun byId(long run) {
    return sql.rows("select * from backup_run where id = ?", BackupRuns::run, run).getFirst();
  }

  List<BackupRun> withFile() {
    return sql.rows(
        "select * from backup_run where file is not null and pruned_at is null", BackupRuns::run);
  }

  List<BackupRun> latest(int most) {
    return sql.rows("select * from backup_run order by id desc limit ?", BackupRuns::run, most);
  }

  private static BackupRun run(ResultSet row) throws SQLException {
    return new BackupRun(
        row.getLong("id"),
        ConsoleSql.instant(row, "started_at"),
        ConsoleSql.instant(row, "finished_at"),
        Outcome.valueOf(row.getString("outcome")),
        Trigger.valueOf(row.getString("trigger")),
        row.getString("file"),
        row.getLong("bytes"),
        ConsoleSql.instant(row, "pruned_at"),
        row.getString("reason_code"),
        row.getString("reason"));
  }
}
