package org.tulpar.channel.policy;

import org.tulpar.kernel.Refused;

/** There is no such approved template in the channel, or its places are not all filled. */
public final class TemplateUnfit extends Refused {

  private static final long serialVersionUID = 1L;

  public TemplateUnfit() {
    super("refused.template_unfit");
  }

  @Override
  public String code() {
    return "refused.template_unfit";
  }
}
