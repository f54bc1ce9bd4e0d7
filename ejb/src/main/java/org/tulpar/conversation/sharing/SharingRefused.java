package org.tulpar.conversation.sharing;

import org.tulpar.kernel.Refused;

/** A place or a contact that cannot be understood, or a question that cannot be asked so. */
public final class SharingRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  SharingRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused." + reason;
  }
}
