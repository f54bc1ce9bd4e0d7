package org.tulpar.operations.isolation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tulpar.operations.DailySlot;
import org.tulpar.operations.Jobs;
import org.tulpar.operations.Outcome;
import org.tulpar.operations.backup.Trigger;

/** What is known of the proofs, in short transactions of their own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IsolationLedger {

  public static final String JOB = "isolation";

  private static final DailySlot SLOT = new DailySlot(LocalTime.of(3, 10));
  private static final Duration LONGEST = Duration.ofHours(1);

  @Inject private IsolationProofs proofs;
  @Inject private Jobs jobs;
  @Inject private Clock clock;

  /** Opens a proof for a person; empty when one runs. */
  public OptionalLong begin() {
    return open(Trigger.PERSON);
  }

  /** Opens the proof of the day; empty when it is not due, or a node was faster. */
  public OptionalLong beginWhenDue() {
    introduce();
    var now = clock.instant();
    return jobs.claim(JOB, now, SLOT.next(now)) ? open(Trigger.SCHEDULE) : OptionalLong.empty();
  }

  /** Opens the red proof of an execution again; empty when there is none, or another one runs. */
  public OptionalLong resume(long execution) {
    var now = clock.instant();
    proofs.buryDead(now.minus(LONGEST), now);
    var proof = proofs.resume(execution, now);
    proof.ifPresent(id -> jobs.started(JOB, now));
    return proof;
  }

  public void executing(long proof, long execution) {
    proofs.executing(proof, execution);
    jobs.executing(JOB, execution);
  }

  public void keep(long proof, Barrier barrier, int tables, int held, List<String> breaches) {
    proofs.keep(proof, barrier, tables, held, breaches);
  }

  /** Ends a proof, however its job ended: green is what all looks have shown. */
  public void close(long proof) {
    var now = clock.instant();
    proofs.close(proof, now);
    var ended = proofs.byId(proof);
    var outcome = ended.map(IsolationProof::outcome).orElse(Outcome.RED);
    var found = ended.map(IsolationProof::breaches).orElse(List.of());
    jobs.finished(
        JOB,
        outcome,
        found.isEmpty() ? null : "isolation.breaches",
        found.isEmpty() ? null : String.join("\n", found),
        now);
  }

  public Optional<IsolationProof> latest() {
    return proofs.latest();
  }

  /** Makes the job known before its first run. */
  public void introduce() {
    jobs.introduce(JOB, SLOT.next(clock.instant()));
  }

  private OptionalLong open(Trigger trigger) {
    var now = clock.instant();
    proofs.buryDead(now.minus(LONGEST), now);
    var proof = proofs.open(trigger, now);
    proof.ifPresent(
        id -> {
          introduce();
          jobs.started(JOB, now);
        });
    return proof;
  }
}
