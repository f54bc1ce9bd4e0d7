package org.tulpar.conversation.push;

import org.tulpar.kernel.Refused;

/** A browser is not told of anything: its address is none, or nobody is signed in there. */
public final class PushRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  PushRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.push." + reason;
  }
}
