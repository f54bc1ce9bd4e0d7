package org.tulpar.agent.draft;

import org.tulpar.kernel.Refused;

/** No proposal was written. */
public final class DraftRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  DraftRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.draft." + reason;
  }
}
