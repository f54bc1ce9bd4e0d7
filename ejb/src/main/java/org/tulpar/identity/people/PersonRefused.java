package org.tulpar.identity.people;

import org.tulpar.kernel.Refused;

/** Something about a person was not kept; the reason says what to do instead. */
public final class PersonRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason ends the key of the sentence: {@code refused.person.<reason>}
   */
  PersonRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.person." + reason;
  }
}
