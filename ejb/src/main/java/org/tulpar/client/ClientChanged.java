package org.tulpar.client;

import org.tulpar.kernel.Refused;

/** Somebody else saved the card after it was opened; nothing of theirs is overwritten. */
public class ClientChanged extends Refused {

  private static final long serialVersionUID = 1L;

  ClientChanged(long clientId) {
    super("client " + clientId);
  }

  @Override
  public String code() {
    return "refused.client_changed";
  }
}
