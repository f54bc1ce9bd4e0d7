package org.tulpar.client.field;

import org.tulpar.kernel.Refused;

/** A card was not changed, because what was typed cannot stand in it. */
public class ClientRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason ends the key of the sentence: {@code refused.client.<reason>}
   */
  public ClientRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** For example {@code phone}. */
  public String reason() {
    return reason;
  }

  @Override
  public String code() {
    return "refused.client." + reason;
  }
}
