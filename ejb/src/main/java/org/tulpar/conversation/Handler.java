package org.tulpar.conversation;

/** Who may speak to the client; not the same thing as whether the conversation is open. */
public enum Handler {
  BOT,
  /** The bot has called a person and is silent. */
  WAITING_HUMAN,
  HUMAN
}
