package org.tulpar.agent;

/** What the bot wants to do about a turn. */
public sealed interface AgentDecision {

  /** Say this. */
  record Reply(String text) implements AgentDecision {}

  /**
   * Call a person.
   *
   * @param text said to the client first, or null
   * @param reason for the person, as a system line in the thread
   */
  record HandOver(String text, String reason) implements AgentDecision {}

  /** Nothing to say, and why. */
  record StaySilent(String reason) implements AgentDecision {}
}
