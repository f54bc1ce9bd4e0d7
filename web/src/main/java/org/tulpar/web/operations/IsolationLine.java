package org.tulpar.web.operations;

import java.util.List;
import org.tulpar.operations.Outcome;
import org.tulpar.operations.isolation.IsolationProof;

/** The last proof of isolation, ready to show. */
public final class IsolationLine {

  private final IsolationProof proof;
  private final Figures figures;

  IsolationLine(IsolationProof proof, Figures figures) {
    this.proof = proof;
    this.figures = figures;
  }

  public String getOutcome() {
    return proof.outcome().name();
  }

  public boolean isProven() {
    return proof.outcome() == Outcome.GREEN;
  }

  public boolean isRunning() {
    return proof.outcome() == Outcome.RUNNING;
  }

  public String getAt() {
    return figures.time(proof.startedAt());
  }

  public boolean isGuardedHeld() {
    return proof.guarded() == proof.tables();
  }

  public boolean isUnseenHeld() {
    return proof.unseen() == proof.tables();
  }

  public boolean isUnwrittenHeld() {
    return proof.unwritten() == proof.tables();
  }

  public String getTables() {
    return figures.count(proof.tables());
  }

  public String getGuarded() {
    return figures.count(proof.guarded());
  }

  public String getUnseen() {
    return figures.count(proof.unseen());
  }

  public String getUnwritten() {
    return figures.count(proof.unwritten());
  }

  /** Table and rule, as the proof keeps them. */
  public List<String> getBreaches() {
    return proof.breaches();
  }
}
