package org.tulpar.conversation;

import org.tulpar.kernel.Refused;

/** The text of a reply is empty, or longer than the messenger takes. */
public final class ReplyUnsendable extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  private ReplyUnsendable(String code) {
    super(code);
    this.code = code;
  }

  static ReplyUnsendable empty() {
    return new ReplyUnsendable("refused.reply_empty");
  }

  static ReplyUnsendable tooLong() {
    return new ReplyUnsendable("refused.reply_too_long");
  }

  @Override
  public String code() {
    return code;
  }
}
