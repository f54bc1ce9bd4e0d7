package org.tulpar.deal;

import org.tulpar.kernel.Refused;

/** Something is missing without which a deal cannot be made, won or lost. */
public final class DealIncomplete extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  private DealIncomplete(String code) {
    super(code);
    this.code = code;
  }

  static DealIncomplete reason() {
    return new DealIncomplete("refused.deal_reason");
  }

  static DealIncomplete amount() {
    return new DealIncomplete("refused.deal_amount");
  }

  static DealIncomplete title() {
    return new DealIncomplete("refused.deal_title");
  }

  static DealIncomplete currency() {
    return new DealIncomplete("refused.deal_currency");
  }

  @Override
  public String code() {
    return code;
  }
}
