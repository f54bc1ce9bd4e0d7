package org.tulpar.agent.fact;

import org.tulpar.kernel.Refused;

/** What the organization wants to know is more than a model should be told. */
public final class WishesTooLong extends Refused {

  private static final long serialVersionUID = 1L;

  WishesTooLong() {
    super("too long");
  }

  @Override
  public String code() {
    return "refused.facts.wishes";
  }
}
