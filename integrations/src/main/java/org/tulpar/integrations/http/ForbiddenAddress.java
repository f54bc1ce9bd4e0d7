package org.tulpar.integrations.http;

import java.net.UnknownHostException;

/** A host whose address lies in a network that an organization must not reach through us. */
public final class ForbiddenAddress extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  public ForbiddenAddress(String host) {
    super("the address of " + host + " is not public");
  }
}
