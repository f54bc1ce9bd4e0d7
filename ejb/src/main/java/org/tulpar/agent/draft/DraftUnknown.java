package org.tulpar.agent.draft;

import org.tulpar.kernel.Refused;

/** The person has no such proposal in the conversation. */
public final class DraftUnknown extends Refused {

  private static final long serialVersionUID = 1L;

  DraftUnknown(long draft) {
    super("no proposal " + draft);
  }

  @Override
  public String code() {
    return "refused.draft.unknown";
  }
}
