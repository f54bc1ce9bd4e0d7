package org.tulpar.batch.isolation;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tulpar.operations.isolation.IsolationWork;

/** Ends the proof when the job ends, also when a step threw. */
@Named
@Dependent
public class IsolationEnd extends AbstractJobListener {

  @Inject @BatchProperty private String proof;
  @Inject private IsolationWork work;

  @Override
  public void afterJob() {
    work.finish(Long.parseLong(proof));
  }
}
