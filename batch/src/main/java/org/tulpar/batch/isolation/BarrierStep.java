package org.tulpar.batch.isolation;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tulpar.operations.isolation.Barrier;
import org.tulpar.operations.isolation.IsolationWork;

/**
 * Looks at one barrier in every table. A breach is a result and fails no step; it keeps how many.
 */
@Named
@Dependent
public class BarrierStep extends AbstractBatchlet {

  @Inject @BatchProperty private String proof;
  @Inject @BatchProperty private String barrier;
  @Inject private StepContext step;
  @Inject private IsolationWork work;

  @Override
  public String process() {
    var breaches = work.look(Long.parseLong(proof), Barrier.valueOf(barrier));
    step.setPersistentUserData(breaches);
    return breaches == 0 ? "GREEN" : "RED";
  }
}
