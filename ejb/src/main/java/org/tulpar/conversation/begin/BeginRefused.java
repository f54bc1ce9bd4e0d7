package org.tulpar.conversation.begin;

import org.tulpar.kernel.Refused;

/** No conversation can be begun with this client in this channel. */
public final class BeginRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason ends the key of the sentence: {@code refused.begin.<reason>}
   */
  BeginRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.begin." + reason;
  }
}
