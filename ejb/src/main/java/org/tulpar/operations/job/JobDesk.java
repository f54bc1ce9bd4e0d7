package org.tulpar.operations.job;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.operations.Job;
import org.tulpar.operations.JobRun;
import org.tulpar.operations.Jobs;
import org.tulpar.operations.NotResumable;
import org.tulpar.operations.backup.BackupLedger;
import org.tulpar.operations.backup.Backups;
import org.tulpar.operations.isolation.Isolation;
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
  @EJB private Backups backups;
  @EJB private Isolation isolation;

  /**
   * Goes on with the last execution of a job, from the step that failed.
   *
   * @throws NotResumable when it ended well, goes on, or what it made is gone
   */
  public void goOn(String name) {
    var execution =
        jobs.all().stream()
            .filter(job -> job.name().equals(name) && job.lastExecution() != null)
            .findFirst()
            .orElseThrow(NotResumable::new)
            .lastExecution();
    if (name.equals(BackupLedger.JOB)) {
      backups.restart(execution);
    } else {
      isolation.restart(execution);
    }
  }

  /** The last runs of every job, the latest first. */
  public List<JobRun> runs(int each) {
    return jobs.latest(each);
  }

  /** Every job of the installation, by name. */
  public List<Job> jobs() {
    backupLedger.introduce();
    isolationLedger.introduce();
    return jobs.all();
  }
}
