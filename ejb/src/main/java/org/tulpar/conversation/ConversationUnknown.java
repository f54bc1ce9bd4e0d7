package org.tulpar.conversation;

import org.tulpar.kernel.Refused;

/** The organization has no such conversation; a foreign one looks the same. */
public final class ConversationUnknown extends Refused {

  private static final long serialVersionUID = 1L;

  public ConversationUnknown(long conversationId) {
    super("no conversation " + conversationId);
  }

  @Override
  public String code() {
    return "refused.conversation_unknown";
  }
}
