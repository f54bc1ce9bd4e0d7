package org.tulpar.batch.isolation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tulpar.operations.isolation.Isolation;

/** Asks every minute whether the proof of the day is due (03:10 UTC), as the backup does. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IsolationSchedule {

  @Inject private Isolation isolation;

  @Schedule(hour = "*", minute = "*", second = "30", timezone = "UTC", persistent = false)
  void startWhenDue() {
    isolation.startWhenDue();
  }
}
