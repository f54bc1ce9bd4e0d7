package org.tulpar.operations.job;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.operations.Job;
import org.tulpar.operations.Jobs;
import org.tulpar.operations.backup.BackupLedger;
import org.tulpar.operations.isolation.IsolationLedger;

/** Every job of the installation, known before its first run. */
@Stateless
@DeclareRoles(JobDesk.SUPER_ADMIN)
@RolesAllowed(JobDesk.SUPER_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobDesk {

  static final String SUPER_ADMIN = "SUPER_ADMIN";

  @Inject private BackupLedger backupLedger;
  @Inject private IsolationLedger isolationLedger;
  @Inject private Jobs jobs;

  /** Every job of the installation, by name. */
  public List<Job> jobs() {
    backupLedger.introduce();
    isolationLedger.introduce();
    return jobs.all();
  }
}
