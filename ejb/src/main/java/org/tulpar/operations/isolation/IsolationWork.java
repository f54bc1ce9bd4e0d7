package org.tulpar.operations.isolation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The steps of a proof: one barrier is looked at in every table. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IsolationWork {

  @Inject private IsolationLedger ledger;
  @Inject private Probe probe;

  /** Returns in how many tables the barrier does not stand. */
  public int look(long proof, Barrier barrier) {
    var tables = probe.tables();
    var breaches =
        tables.stream()
            .filter(table -> !stands(barrier, table))
            .map(table -> barrier.breach(table.name()))
            .toList();
    ledger.keep(proof, barrier, tables.size(), tables.size() - breaches.size(), breaches);
    return breaches.size();
  }

  /** Called when the job ends, however it ends. */
  public void finish(long proof) {
    ledger.close(proof);
  }

  private boolean stands(Barrier barrier, Probe.Table table) {
    return switch (barrier) {
      case GUARDED -> table.guarded();
      case UNSEEN -> probe.unseen(table.name());
      case UNWRITTEN -> probe.unwritten(table.name());
    };
  }
}
