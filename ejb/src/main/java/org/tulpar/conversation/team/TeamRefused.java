package org.tulpar.conversation.team;

import org.tulpar.kernel.Refused;

/**
 * A team was not kept: its name is missing, too long or taken, there are too many, or somebody has
 * removed it.
 */
public final class TeamRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String reason;

  TeamRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  @Override
  public String code() {
    return "refused.team." + reason;
  }
}
