package org.tulpar.batch.backup;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tulpar.operations.Outcome;
import org.tulpar.operations.backup.BackupWork;
import org.tulpar.operations.backup.DumpFailed;

/** Last step, after a green proof: retention. It keeps how many dumps went. */
@Named
@Dependent
public class PruneStep extends AbstractBatchlet {

  @Inject @BatchProperty private String run;
  @Inject private StepContext step;
  @Inject private BackupWork work;

  @Override
  public String process() throws DumpFailed {
    step.setPersistentUserData(work.prune(Long.parseLong(run)));
    return Outcome.GREEN.name();
  }
}
