package org.tulpar.conversation;

/** Who wrote a message. */
public enum Author {
  CLIENT,
  BOT,
  MANAGER,
  /** A line about the conversation, never sent. */
  SYSTEM
}
