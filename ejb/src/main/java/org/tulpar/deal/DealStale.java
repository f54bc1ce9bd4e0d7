package org.tulpar.deal;

import org.tulpar.kernel.Refused;

/** Another person has changed this card since it was shown; nothing of hers is overwritten. */
public final class DealStale extends Refused {

  private static final long serialVersionUID = 1L;

  DealStale(long dealId) {
    super("deal " + dealId + " is another one by now");
  }

  @Override
  public String code() {
    return "refused.deal_stale";
  }
}
