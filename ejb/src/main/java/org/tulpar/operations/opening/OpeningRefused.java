package org.tulpar.operations.opening;

import org.tulpar.kernel.Refused;

/** The key under which an organization was asked for is none. */
public final class OpeningRefused extends Refused {

  private static final long serialVersionUID = 1L;

  OpeningRefused() {
    super("key");
  }

  @Override
  public String code() {
    return "refused.opening_key";
  }
}
