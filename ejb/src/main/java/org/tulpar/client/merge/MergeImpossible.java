package org.tulpar.client.merge;

import org.tulpar.kernel.Refused;

/** One of the cards is not there any more, or was merged already; or it is one card twice. */
public class MergeImpossible extends Refused {

  private static final long serialVersionUID = 1L;

  MergeImpossible(long survivorId, long loserId) {
    super("clients " + survivorId + " and " + loserId);
  }

  @Override
  public String code() {
    return "refused.merge_impossible";
  }
}
