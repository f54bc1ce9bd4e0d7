package org.tulpar.agent;

import org.tulpar.conversation.provenance.Provenance;

/** What the bot wants to do about a turn. */
public sealed interface AgentDecision {

  /** Say this, and where it comes from. */
  record Reply(String text, Provenance provenance) implements AgentDecision {}

  /**
   * Call a person.
   *
   * @param text said to the client first, or null
   * @param provenance of the text, or null
   * @param reason for the person, as a system line in the thread
   */
  record HandOver(String text, Provenance provenance, String reason) implements AgentDecision {

    /** Nothing is said to the client. */
    public HandOver(String reason) {
      this(null, null, reason);
    }
  }

  /** Nothing to say, and why. */
  record StaySilent(String reason) implements AgentDecision {}
}
