package org.tulpar.conversation.list;

/** What became of conversations within a span of days. */
public enum InboxOutcome {
  /** The client wrote. */
  ASKED,
  /** The client wrote and the bot answered; it called nobody, and no person wrote. */
  BOT_ALONE,
  /** The bot called a person. */
  HANDED_OVER,
  /** A person answered a client who waited. */
  ANSWERED
}
