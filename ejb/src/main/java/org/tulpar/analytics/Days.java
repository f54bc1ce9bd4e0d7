package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Brings the counted days of the organization in scope up to now, a stretch after another. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Days {

  @Inject private DayStep step;

  /** Does nothing while today was counted a minute ago, or somebody else counts. */
  public void count() {
    boolean more;
    do {
      more = step.next();
    } while (more);
  }
}
