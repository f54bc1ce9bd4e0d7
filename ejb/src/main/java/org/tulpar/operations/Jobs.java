package org.tulpar.operations;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.tulpar.kernel.Repository;

/**
 * The table {@code job}: whoever moves a job's next time forward may start it, once per cluster;
 * and {@code job_run}, its last runs.
 */
@Repository
public class Jobs {

  /** Runs of a job that are remembered. */
  private static final int KEPT = 100;

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

  /** Opens a run; one that was never closed has died. */
  public void started(String name, Instant now) {
    sql.update("update job_run set outcome = 'RED' where job = ? and outcome = 'RUNNING'", name);
    sql.update("insert into job_run (job, started_at) values (?, ?)", name, now);
    sql.update(
        """
        delete from job_run where job = ? and id < (
          select min(id) from (select id from job_run where job = ? order by id desc limit ?) kept)""",
        name,
        name,
        KEPT);
    sql.update(
        """
        update job set last_started_at = ?, last_finished_at = null, last_execution = null,
          last_outcome = 'RUNNING' where name = ?""",
        now,
        name);
  }

  public void executing(String name, long execution) {
    sql.update("update job set last_execution = ? where name = ?", execution, name);
    sql.update(
        "update job_run set execution = ? where job = ? and outcome = 'RUNNING'", execution, name);
  }

  /**
   * @param code key of the reason why it did not end well, or null
   * @param reason the same in the words of whatever failed, or null
   */
  public void finished(String name, Outcome outcome, String code, String reason, Instant now) {
    sql.update(
        "update job_run set outcome = ?, finished_at = ?, code = ?, reason = ? where job = ? and"
            + " outcome = 'RUNNING'",
        outcome,
        now,
        code,
        reason,
        name);
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

  /** The last runs of every job, the latest first. */
  public List<JobRun> latest(int each) {
    return sql.rows(
        """
        select r.* from job j cross join lateral (
          select * from job_run x where x.job = j.name order by x.id desc limit ?) r order by r.id desc""",
        row ->
            new JobRun(
                row.getString("job"),
                ConsoleSql.instant(row, "started_at"),
                ConsoleSql.instant(row, "finished_at"),
                outcome(row.getString("outcome")),
                row.getString("code"),
                row.getString("reason")),
        each);
  }

  private static Outcome outcome(String name) {
    return name == null ? null : Outcome.valueOf(name);
  }
}
