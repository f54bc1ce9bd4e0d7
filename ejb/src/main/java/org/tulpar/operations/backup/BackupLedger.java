package org.tulpar.operations.backup;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalLong;
import org.tulpar.operations.DailySlot;
import org.tulpar.operations.Jobs;
import org.tulpar.operations.Outcome;

/**
 * What is known of backups, in short transactions of their own, so that a run which takes an hour
 * holds none and its record survives whatever it dies of.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BackupLedger {

  public static final String JOB = "backup";

  private static final DailySlot SLOT = new DailySlot(LocalTime.of(2, 0));
  private static final Duration RETRY_AFTER = Duration.ofMinutes(10);
  private static final int MOST_INTERRUPTIONS = 2;

  @Inject private BackupRuns runs;
  @Inject private RestoreProofs proofs;
  @Inject private Jobs jobs;
  @Inject private BackupSettings settings;
  @Inject private Clock clock;

  public BackupLedger() {}

  BackupLedger(
      BackupRuns runs, RestoreProofs proofs, Jobs jobs, BackupSettings settings, Clock clock) {
    this.runs = runs;
    this.proofs = proofs;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  /** Opens a run for a person. */
  public long begin() {
    buryDead();
    return open(Trigger.PERSON);
  }

  /** Opens the run of the day; empty when it is not due, another runs, or a node was faster. */
  public OptionalLong beginWhenDue() {
    buryDead();
    var now = clock.instant();
    jobs.introduce(JOB, SLOT.next(now));
    return !runs.isOpen() && jobs.claim(JOB, now, SLOT.next(now))
        ? OptionalLong.of(open(Trigger.SCHEDULE))
        : OptionalLong.empty();
  }

  /**
   * Opens a red run of this execution again, with the dump it has made; empty when there is none.
   *
   * @throws BackupRunning when another one is open
   */
  public OptionalLong resume(long execution) {
    buryDead();
    if (runs.isOpen()) {
      throw new BackupRunning();
    }
    var now = clock.instant();
    var run = runs.resume(execution, settings.node() + "#" + settings.life(), now);
    run.ifPresent(id -> jobs.started(JOB, now));
    return run;
  }

  public void executing(long run, long execution) {
    runs.executing(run, execution);
    jobs.executing(JOB, execution);
  }

  public void dumped(long run, String file, long bytes) {
    runs.dumped(run, file, bytes);
  }

  public long proving(long run) {
    return proofs.open(run, clock.instant());
  }

  /** The only way to green. */
  public Outcome proved(long run, long proof, Comparison comparison) {
    var now = clock.instant();
    proofs.compared(proof, comparison, now);
    if (comparison.holds()) {
      runs.close(run, Outcome.GREEN, null, null, now);
      return Outcome.GREEN;
    }
    runs.close(run, Outcome.RED, "backup.differs", comparison.summary(), now);
    return Outcome.RED;
  }

  public Outcome failed(long run, DumpFailed failure) {
    return failed(run, failure.code(), failure.getMessage());
  }

  public Outcome failed(long run, String code, String reason) {
    var now = clock.instant();
    proofs.fail(run, code, reason, now);
    runs.close(run, Outcome.RED, code, reason, now);
    return Outcome.RED;
  }

  /** A backup may be green although its job is not: old dumps could not be deleted. */
  public void finished(long run, Outcome job) {
    var now = clock.instant();
    proofs.fail(run, "backup.failed", null, now);
    runs.close(run, Outcome.RED, "backup.failed", null, now);
    var ended = runs.byId(run);
    jobs.finished(JOB, job, ended.reasonCode(), ended.reason(), now);
  }

  public void notPruned(long run, DumpFailed failure) {
    runs.remark(run, "backup.not_pruned", failure.getMessage());
  }

  public BackupRun run(long run) {
    return runs.byId(run);
  }

  public List<BackupRun> expired() {
    return settings.retention().expired(runs.withFile(), clock.instant());
  }

  public void pruned(long run) {
    runs.pruned(run, clock.instant());
  }

  public List<BackupRow> latest(int most) {
    var latest = runs.latest(most);
    var proven = proofs.ofRuns(latest);
    return latest.stream().map(run -> new BackupRow(run, proven.get(run.id()))).toList();
  }

  /** Makes the job known before its first run. */
  public void introduce() {
    jobs.introduce(JOB, SLOT.next(clock.instant()));
  }

  private long open(Trigger trigger) {
    var now = clock.instant();
    var run =
        runs.open(trigger, settings.node() + "#" + settings.life(), now)
            .orElseThrow(BackupRunning::new);
    jobs.introduce(JOB, SLOT.next(now));
    jobs.started(JOB, now);
    return run;
  }

  /** A scheduled run that died with its server is tried again, but not for ever. */
  private void buryDead() {
    var now = clock.instant();
    var oldest = now.minus(settings.longestRun());
    var dead = runs.buryDead(settings.node(), settings.life(), oldest, now);
    if (dead.isEmpty()) {
      return;
    }
    proofs.buryDead("backup.interrupted", now);
    jobs.finished(JOB, Outcome.RED, "backup.interrupted", null, now);
    if (dead.contains(Trigger.SCHEDULE) && mayRetry(now)) {
      jobs.advance(JOB, now.plus(RETRY_AFTER));
    }
  }

  private boolean mayRetry(Instant now) {
    return runs.interruptedSince(now.minus(Duration.ofDays(1))) <= MOST_INTERRUPTIONS;
  }
}
