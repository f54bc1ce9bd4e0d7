package org.tulpar.conversation.list;

import org.tulpar.kernel.Refused;

/** A view was not kept: it has no name, a too long one, or there are too many. */
public final class ViewRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  ViewRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.view." + reason;
  }
}
