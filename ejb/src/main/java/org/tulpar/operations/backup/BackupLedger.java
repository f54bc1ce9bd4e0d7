package org.tulpar.operations.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.tulpar.operations.Job;
import org.tulpar.operations.Jobs;
import org.tulpar.operations.Outcome;

/**
 * What is known of backups, in short transactions of their own, so that a run which takes an hour
 * holds none and its record survives whatever it dies of.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BackupLedger {

  static final String JOB = "backup";

  private static final DailySlot SLOT = new DailySlot(LocalTime.of(2, 0));
  private static final Duration RETRY_AFTER = Duration.ofMinutes(10);
  private static final int MOST_INTERRUPTIONS = 2;

  /** Tells the runs of this start of the server from those of an earlier one. */
  private final String life = UUID.randomUUID().toString();

  private BackupRuns runs;
  private RestoreProofs proofs;
  private Jobs jobs;
  private BackupSettings settings;
  private Clock clock;

  BackupLedger() {}

  @Inject
  BackupLedger(
      BackupRuns runs, RestoreProofs proofs, Jobs jobs, BackupSettings settings, Clock clock) {
    this.runs = runs;
    this.proofs = proofs;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  /** Opens a run for a person. */
  long begin() {
    buryDead();
    return open(Trigger.PERSON);
  }

  /** Opens the run of the day; empty when it is not due, another runs, or a node was faster. */
  OptionalLong beginWhenDue() {
    buryDead();
    var now = clock.instant();
    jobs.introduce(JOB, SLOT.next(now));
    return !runs.isOpen() && jobs.claim(JOB, now, SLOT.next(now))
        ? OptionalLong.of(open(Trigger.SCHEDULE))
        : OptionalLong.empty();
  }

  void executing(long run, long execution) {
    runs.executing(run, execution);
    jobs.executing(JOB, execution);
  }

  void dumped(long run, String file, long bytes) {
    runs.dumped(run, file, bytes);
  }

  long proving(long run) {
    return proofs.open(run, clock.instant());
  }

  /** The only way to green. */
  Outcome proved(long run, long proof, Comparison comparison) {
    var now = clock.instant();
    proofs.compared(proof, comparison, now);
    if (comparison.holds()) {
      runs.close(run, Outcome.GREEN, null, null, now);
      return Outcome.GREEN;
    }
    runs.close(run, Outcome.RED, "backup.differs", comparison.summary(), now);
    return Outcome.RED;
  }

  Outcome failed(long run, DumpFailed failure) {
    return failed(run, failure.code(), failure.getMessage());
  }

  Outcome failed(long run, String code, String reason) {
    var now = clock.instant();
    proofs.fail(run, code, reason, now);
    runs.close(run, Outcome.RED, code, reason, now);
    return Outcome.RED;
  }

  /** A backup may be green although its job is not: old dumps could not be deleted. */
  void finished(long run, Outcome job) {
    var now = clock.instant();
    proofs.fail(run, "backup.failed", null, now);
    runs.close(run, Outcome.RED, "backup.failed", null, now);
    jobs.finished(JOB, job, now);
  }

  void notPruned(long run, DumpFailed failure) {
    runs.remark(run, "backup.not_pruned", failure.getMessage());
  }

  BackupRun run(long run) {
    return runs.byId(run);
  }

  List<BackupRun> expired() {
    return settings.retention().expired(runs.withFile(), clock.instant());
  }

  void pruned(long run) {
    runs.pruned(run, clock.instant());
  }

  List<BackupRow> latest(int most) {
    var latest = runs.latest(most);
    var proven = proofs.ofRuns(latest);
    return latest.stream().map(run -> new BackupRow(run, proven.get(run.id()))).toList();
  }

  List<Job> jobs() {
    jobs.introduce(JOB, SLOT.next(clock.instant()));
    return jobs.all();
  }

  private long open(Trigger trigger) {
    var now = clock.instant();
    var run = runs.open(trigger, settings.node() + "#" + life, now).orElseThrow(BackupRunning::new);
    jobs.introduce(JOB, SLOT.next(now));
    jobs.started(JOB, now);
    return run;
  }

  /** A scheduled run that died with its server is tried again, but not for ever. */
  private void buryDead() {
    var now = clock.instant();
    var oldest = now.minus(settings.longestRun());
    var dead = runs.buryDead(settings.node(), life, oldest, now);
    if (dead.isEmpty()) {
      return;
    }
    proofs.buryDead("backup.interrupted", now);
    jobs.finished(JOB, Outcome.RED, now);
    if (dead.contains(Trigger.SCHEDULE) && mayRetry(now)) {
      jobs.advance(JOB, now.plus(RETRY_AFTER));
    }
  }

  private boolean mayRetry(Instant now) {
    return runs.interruptedSince(now.minus(Duration.ofDays(1))) <= MOST_INTERRUPTIONS;
  }
}
