package org.tulpar.identity.second;

import org.tulpar.kernel.Refused;

/** The second step was not set up, or not taken down, for a reason. */
public class StepRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  StepRefused(String reason) {
    super("second step: " + reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.step." + reason;
  }
}
