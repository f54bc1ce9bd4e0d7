package org.tulpar.operations.backup;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tulpar.operations.Outcome;

/**
 * The steps of a backup: dump, prove, prune. A step that fails ends the run red with its reason and
 * touches no earlier dump; only a proven run lets old dumps go.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupWork {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Inject private BackupLedger ledger;
  @Inject private DatabaseDump database;

  public BackupWork() {}

  BackupWork(BackupLedger ledger, DatabaseDump database) {
    this.ledger = ledger;
    this.database = database;
  }

  /** Dumps the database. */
  public Outcome dump(long run) {
    var name = "tulpar-%s-%d.dump".formatted(STAMP.format(ledger.run(run).startedAt()), run);
    try {
      ledger.dumped(run, name, database.dump(name));
      return Outcome.GREEN;
    } catch (DumpFailed e) {
      return ledger.failed(run, e);
    }
  }

  /** Restores the dump of the run and compares; green means the run is green. */
  public Outcome prove(long run) {
    var file = ledger.run(run).file();
    var proof = ledger.proving(run);
    try {
      return ledger.proved(run, proof, compare(run, file));
    } catch (DumpFailed e) {
      return ledger.failed(run, e);
    }
  }

  /** Deletes what retention lets go after a proven run. Returns how many dumps went. */
  public int prune(long run) throws DumpFailed {
    var expired = ledger.expired();
    try {
      for (var old : expired) {
        database.delete(old.file());
        ledger.pruned(old.id());
      }
      return expired.size();
    } catch (DumpFailed e) {
      ledger.notPruned(run, e);
      throw e;
    }
  }

  /**
   * Called when the job ends, however it ends: a run is never left running.
   *
   * @param job green when every step went well
   */
  public void finish(long run, Outcome job) {
    ledger.finished(run, job);
  }

  /** Somebody stopped the job between two steps. */
  public void stopped(long run) {
    ledger.failed(run, "backup.stopped", null);
  }

  private Comparison compare(long run, String file) throws DumpFailed {
    try (var scratch = database.restore(file, run)) {
      return Comparison.of(database.noted(file), scratch.contents());
    }
  }
}
