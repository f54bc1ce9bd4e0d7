package org.tulpar.operations.backup;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.tulpar.operations.Job;
import org.tulpar.operations.JobRun;
import org.tulpar.operations.JobRunner;

/** Backups as the super-admin sees and starts them; one runs at a time. */
@Stateless
@DeclareRoles(Backups.SUPER_ADMIN)
@RolesAllowed(Backups.SUPER_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Backups {

  static final String SUPER_ADMIN = "SUPER_ADMIN";

  @Inject private BackupLedger ledger;
  @Inject private JobRunner runner;

  /**
   * Starts a backup now and returns its number; its end is seen in {@link #latest}.
   *
   * @throws BackupRunning when one runs already
   */
  public long start() {
    return launch(ledger.begin());
  }

  /** Starts the backup of the day when it is due and no node has started it. */
  @PermitAll
  public void startWhenDue() {
    ledger.beginWhenDue().ifPresent(this::launch);
  }

  /** The newest runs with their proofs, newest first. */
  public List<BackupRow> latest(int most) {
    return ledger.latest(most);
  }

  /** Every job of the installation, by name. */
  public List<Job> jobs() {
    return ledger.jobs();
  }

  /** The newest executions of the backup job, newest first. */
  public List<JobRun> executions(int most) {
    return runner.latest(BackupLedger.JOB, most);
  }

  private long launch(long run) {
    try {
      ledger.executing(run, runner.start(BackupLedger.JOB, Map.of("run", Long.toString(run))));
      return run;
    } catch (RuntimeException e) {
      ledger.failed(run, "backup.not_started", e.toString());
      throw e;
    }
  }
}
