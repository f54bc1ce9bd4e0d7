package org.tulpar.conversation.followup;

import org.tulpar.kernel.Refused;

/** A message that cannot be planned, or not be taken back any more. */
public final class FollowUpRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  private FollowUpRefused(String code) {
    super(code);
    this.code = code;
  }

  /** It is no time, or one that is past or more than a year away. */
  public static FollowUpRefused time() {
    return new FollowUpRefused("refused.follow_up.time");
  }

  /** Of a silent client the messenger takes nothing any more at that time. */
  static FollowUpRefused window() {
    return new FollowUpRefused("refused.follow_up.window");
  }

  static FollowUpRefused nothing(String reason) {
    return new FollowUpRefused("refused." + reason);
  }

  static FollowUpRefused many() {
    return new FollowUpRefused("refused.follow_up.many");
  }

  static FollowUpRefused day() {
    return new FollowUpRefused("refused.follow_up.day");
  }

  /** Somebody or something was quicker. */
  static FollowUpRefused gone() {
    return new FollowUpRefused("refused.follow_up.gone");
  }

  @Override
  public String code() {
    return code;
  }
}
