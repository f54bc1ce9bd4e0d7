package org.tulpar.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tulpar.operations.Outcome;
import org.tulpar.operations.backup.BackupWork;

/** Ends the run when the job ends, also when a step threw. */
@Named
@Dependent
public class BackupEnd extends AbstractJobListener {

  @Inject @BatchProperty private String run;
  @Inject private JobContext job;
  @Inject private BackupWork work;

  @Override
  public void afterJob() {
    if (job.getBatchStatus() == BatchStatus.STOPPING) {
      work.stopped(Long.parseLong(run));
    }
    var green = Outcome.GREEN.name().equals(job.getExitStatus());
    work.finish(Long.parseLong(run), green ? Outcome.GREEN : Outcome.RED);
  }
}
