package org.tulpar.conversation.list;

/** What became of conversations within a span of days. */
public enum InboxOutcome {
  /** The client wrote. */
  ASKED,
  /** The client wrote and the bot answered; it called nobody, and no person wrote. */
  BOT_ALONE,
  /** The bot called a person. */
  HANDED_OVER,
  /** The bot wrote. */
  BOT_WROTE,
  /** A person wrote, whether anybody waited for it or not. */
  PERSON_WROTE,
  /** A person answered a client who waited. */
  ANSWERED
}
