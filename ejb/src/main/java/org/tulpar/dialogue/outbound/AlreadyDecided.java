package org.tulpar.dialogue.outbound;

import org.tulpar.kernel.Refused;

/** Somebody, or the messenger, has settled the message meanwhile. */
public final class AlreadyDecided extends Refused {

  private static final long serialVersionUID = 1L;

  AlreadyDecided(long message) {
    super("message " + message + " is settled");
  }

  @Override
  public String code() {
    return "refused.already_decided";
  }
}
