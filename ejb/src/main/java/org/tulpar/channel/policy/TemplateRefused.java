package org.tulpar.channel.policy;

import org.tulpar.kernel.Refused;

/** A template that cannot be kept as it was typed, or that is not there. */
public final class TemplateRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  TemplateRefused(String reason) {
    super(reason);
    this.code = "refused.template." + reason;
  }

  @Override
  public String code() {
    return code;
  }
}
