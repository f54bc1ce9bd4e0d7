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
import java.util.function.LongSupplier;
import org.tulpar.operations.JobRunner;
import org.tulpar.operations.NotResumable;

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

  /**
   * Goes on with the steps that an execution did not finish, with the dump it has made.
   *
   * @throws BackupRunning when one runs already
   * @throws NotResumable when the run is not red, or its dump is gone
   */
  public void restart(long execution) {
    var run = ledger.resume(execution).orElseThrow(NotResumable::new);
    launched(run, () -> runner.restart(execution, parameters(run)));
  }

  private static Map<String, String> parameters(long run) {
    return Map.of("run", Long.toString(run));
  }

  private long launch(long run) {
    return launched(run, () -> runner.start(BackupLedger.JOB, parameters(run)));
  }

  private long launched(long run, LongSupplier start) {
    try {
      ledger.executing(run, start.getAsLong());
      return run;
    } catch (RuntimeException e) {
      ledger.failed(run, "backup.not_started", e.toString());
      throw e;
    }
  }
}
