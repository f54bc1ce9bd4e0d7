package org.tulpar.client.tag;

import org.tulpar.kernel.Refused;

/** A tag stayed as it was. */
public final class TagRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason ends the key of the sentence: {@code refused.tag.<reason>}
   */
  TagRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.tag." + reason;
  }
}
