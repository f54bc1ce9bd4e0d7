package org.tulpar.conversation;

import org.tulpar.kernel.Refused;

/** A reply that the messenger would not take: empty, too long, too late, or to nobody. */
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

  static ReplyUnsendable nothingToAnswer() {
    return new ReplyUnsendable("refused.message_unnamed");
  }

  static ReplyUnsendable sign() {
    return new ReplyUnsendable("refused.sign_unknown");
  }

  static ReplyUnsendable tooMany() {
    return new ReplyUnsendable("refused.too_many_files");
  }

  static ReplyUnsendable windowClosed() {
    return new ReplyUnsendable("refused.window_closed");
  }

  static ReplyUnsendable nothing(String reason) {
    return new ReplyUnsendable("refused." + reason);
  }

  @Override
  public String code() {
    return code;
  }
}
