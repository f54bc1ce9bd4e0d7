package org.tulpar.batch.backup;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tulpar.operations.backup.Backups;

/**
 * Asks every minute whether the backup of the day is due (02:00 UTC). Every node asks, the first
 * one starts it; a node that was down at two o'clock catches up when it is back.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupSchedule {

  @Inject private Backups backups;

  @Schedule(hour = "*", minute = "*", timezone = "UTC", persistent = false)
  void startWhenDue() {
    backups.startWhenDue();
  }
}
