package org.tulpar.conversation.note;

import org.tulpar.kernel.Refused;

/** A note was not kept: it is empty or too long. */
public final class NoteRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  NoteRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.note." + reason;
  }
}
