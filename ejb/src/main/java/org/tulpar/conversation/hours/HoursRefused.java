package org.tulpar.conversation.hours;

import org.tulpar.kernel.Refused;

/** Hours or promises that cannot be kept. */
public final class HoursRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  HoursRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.hours." + reason;
  }
}
