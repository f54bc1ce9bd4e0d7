package org.tulpar.conversation.list;

/** The piles of the inbox. A conversation may lie on several. */
public enum InboxTab {
  /** Open, and the person at the screen is to answer; the latest first. */
  MINE,
  /** The bot has called a person, or a client waits for one; who waits longest comes first. */
  NEEDS_HUMAN,
  /** Open, not the bot's, and nobody's; the latest first. */
  UNASSIGNED,
  /** Open, and the bot has the word; the latest first. */
  BOT,
  /** Everything; the latest first. */
  ALL
}
