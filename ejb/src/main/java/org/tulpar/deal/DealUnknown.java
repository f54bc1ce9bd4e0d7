package org.tulpar.deal;

import org.tulpar.kernel.Refused;

/** The organization has no such deal, stage or client any more. */
public final class DealUnknown extends Refused {

  private static final long serialVersionUID = 1L;

  DealUnknown(long id) {
    super("no deal, stage or client " + id);
  }

  @Override
  public String code() {
    return "refused.deal_unknown";
  }
}
