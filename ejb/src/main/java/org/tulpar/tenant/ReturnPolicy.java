package org.tulpar.tenant;

/** When a conversation that a person has taken goes back to the bot by itself. */
public enum ReturnPolicy {
  NEVER,
  /** After so many hours in which no person wrote. */
  AFTER,
  /** The client's next conversation is the bot's. */
  ON_CLOSE
}
