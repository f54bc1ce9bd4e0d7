package org.tulpar.agent;

import org.tulpar.kernel.Refused;

/** A rule by which the bot cannot answer. */
public final class RuleRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  RuleRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.rule." + reason;
  }
}
