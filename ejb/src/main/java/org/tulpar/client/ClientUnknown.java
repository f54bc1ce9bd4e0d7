package org.tulpar.client;

import org.tulpar.kernel.Refused;

/** The organization has no such client, or the card was merged into another one. */
public class ClientUnknown extends Refused {

  private static final long serialVersionUID = 1L;

  public ClientUnknown(long clientId) {
    super("client " + clientId);
  }

  @Override
  public String code() {
    return "refused.client_unknown";
  }
}
