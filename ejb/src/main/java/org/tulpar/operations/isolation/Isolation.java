package org.tulpar.operations.isolation;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.tulpar.operations.JobRunner;
import org.tulpar.operations.NotResumable;

/** The proof that organizations are parted, as the super-admin sees and starts it. */
@Stateless
@DeclareRoles(Isolation.SUPER_ADMIN)
@RolesAllowed(Isolation.SUPER_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Isolation {

  static final String SUPER_ADMIN = "SUPER_ADMIN";

  @Inject private IsolationLedger ledger;
  @Inject private JobRunner runner;

  /** Starts one now; one that runs already is left to its end. */
  public void start() {
    ledger.begin().ifPresent(this::launch);
  }

  /** Starts the one of the day when it is due and no node has started it. */
  @PermitAll
  public void startWhenDue() {
    ledger.beginWhenDue().ifPresent(this::launch);
  }

  /**
   * Goes on with the looks that an execution did not finish.
   *
   * @throws NotResumable when its proof is not red
   */
  public void restart(long execution) {
    var proof = ledger.resume(execution).orElseThrow(NotResumable::new);
    launched(proof, () -> runner.restart(execution, parameters(proof)));
  }

  /** The last one known to the installation; empty when there was none. */
  public Optional<IsolationProof> latest() {
    return ledger.latest();
  }

  private void launch(long proof) {
    launched(proof, () -> runner.start(IsolationLedger.JOB, parameters(proof)));
  }

  private static Map<String, String> parameters(long proof) {
    return Map.of("proof", Long.toString(proof));
  }

  private void launched(long proof, LongSupplier start) {
    try {
      ledger.executing(proof, start.getAsLong());
    } catch (RuntimeException e) {
      ledger.close(proof);
      throw e;
    }
  }
}
