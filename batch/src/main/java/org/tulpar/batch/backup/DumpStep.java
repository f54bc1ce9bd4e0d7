package org.tulpar.batch.backup;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tulpar.batch.StepRed;
import org.tulpar.operations.backup.BackupWork;

/** First step: the dump. A red one ends the job, which can go on from here. */
@Named
@Dependent
public class DumpStep extends AbstractBatchlet {

  @Inject @BatchProperty private String run;
  @Inject private BackupWork work;

  @Override
  public String process() throws StepRed {
    return StepRed.unless(work.dump(Long.parseLong(run)), "dump");
  }
}
