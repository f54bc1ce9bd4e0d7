package org.tulpar.conversation.desk;

import org.tulpar.kernel.Refused;

/** An act at the desk that makes no sense now. */
public final class DeskRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason ends the key of the sentence: {@code refused.desk.<reason>}
   */
  DeskRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.desk." + reason;
  }
}
