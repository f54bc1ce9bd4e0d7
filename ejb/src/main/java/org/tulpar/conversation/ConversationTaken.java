package org.tulpar.conversation;

import org.tulpar.kernel.Refused;

/** Another person has the word in this conversation. */
public final class ConversationTaken extends Refused {

  private static final long serialVersionUID = 1L;

  ConversationTaken(long conversationId) {
    super("conversation " + conversationId + " is taken");
  }

  @Override
  public String code() {
    return "refused.conversation_taken";
  }
}
