package org.tulpar.conversation.canned;

import org.tulpar.kernel.Refused;

/** An answer was not kept: its name or text cannot stand, or there are too many. */
public final class CannedRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  CannedRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.canned." + reason;
  }
}
