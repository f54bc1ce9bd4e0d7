package org.tulpar.batch;

import org.tulpar.operations.Outcome;

/**
 * A step that did not do its work; thrown so that the job can go on from this step later. The
 * reason is kept by whoever did the work.
 */
public class StepRed extends Exception {

  private static final long serialVersionUID = 1L;

  private StepRed(String step) {
    super(step + " is red");
  }

  /** The exit status of a step that went well. */
  public static String unless(Outcome outcome, String step) throws StepRed {
    if (outcome != Outcome.GREEN) {
      throw new StepRed(step);
    }
    return outcome.name();
  }
}
