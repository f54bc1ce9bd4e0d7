package org.tulpar.transfer;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/** Works an import off, portion by portion, while the person looks at something else. */
@Stateless
public class ImportRunner {

  @Inject ImportStep step;

  /** Ends with the stage; whatever interrupts it, the portions that are done stay done. */
  @Asynchronous
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run(OrganizationId organization, long importId) {
    TenantScope.within(organization, () -> runHere(importId));
  }

  void runHere(long importId) {
    boolean more;
    do {
      more = step.next(importId);
    } while (more);
  }
}
