package org.tulpar.operations;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.tulpar.kernel.Repository;

/**
 * The table {@code job}: whoever moves a job's next time forward may start it, once per cluster.
 */
@Repository
public class Jobs {

  @Inject private ConsoleSql sql;

  protected Jobs() {}

  /** The same table on statements of another data source, outside a server. */
  public static Jobs on(ConsoleSql sql) {
    var jobs = new Jobs();
    jobs.sql = sql;
    return jobs;
  }

  /** Makes a job known; changes nothing when it is. */
  public void introduce(String name, Instant nextAt) {
    sql.update(
        "insert into job (name, next_at) values (?, ?) on conflict do nothing", name, nextAt);
  }

  /** True for exactly one caller when the job is due. */
  public boolean claim(String name, Instant now, Instant nextAt) {
    return sql.update(
            "update job set next_at = ? where name = ? and next_at <= ?", nextAt, name, now)
        == 1;
  }

  /** Makes the job due again before its next slot. */
  public void advance(String name, Instant nextAt) {
    sql.update("update job set next_at = least(next_at, ?) where name = ?", nextAt, name);
  }

  public void started(String name, Instant now) {
    sql.update(
        """
        update job set last_started_at = ?, last_finished_at = null, last_execution = null,
          last_outcome = 'RUNNING' where name = ?""",
        now,
        name);
  }

  public void executing(String name, long execution) {
    sql.update("update job set last_execution = ? where name = ?", execution, name);
  }

  public void finished(String name, Outcome outcome, Instant now) {
    sql.update(
        "update job set last_outcome = ?, last_finished_at = ? where name = ?", outcome, now, name);
  }

  public List<Job> all() {
    return sql.rows(
        "select * from job order by name",
        row ->
            new Job(
                row.getString("name"),
                ConsoleSql.instant(row, "next_at"),
                ConsoleSql.instant(row, "last_started_at"),
                ConsoleSql.instant(row, "last_finished_at"),
                row.getObject("last_execution", Long.class),
                outcome(row.getString("last_outcome"))));
  }

  private static Outcome outcome(String name) {
    return name == null ? null : Outcome.valueOf(name);
  }
}
