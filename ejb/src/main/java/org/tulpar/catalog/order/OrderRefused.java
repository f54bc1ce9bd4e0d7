package org.tulpar.catalog.order;

import org.tulpar.kernel.Refused;

/** An order was not made, changed or moved on, for a reason that lies in the order. */
public class OrderRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  OrderRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** For example {@code full}. */
  public String reason() {
    return reason;
  }

  @Override
  public String code() {
    return "refused.order." + reason;
  }
}
