package org.tulpar.simulator.http;

import java.io.IOException;

/** A request body beyond the limit; the rest of it was not read. */
public final class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1L;

  public BodyTooLarge() {
    super("request body larger than " + Exchange.MAX_BODY + " bytes");
  }
}
