package org.tulpar.dialogue.turn;

import org.tulpar.agent.AgentDecision;
import org.tulpar.agent.AgentDecision.HandOver;
import org.tulpar.agent.AgentDecision.Reply;
import org.tulpar.agent.AgentDecision.StaySilent;
import org.tulpar.conversation.provenance.ProvenanceJson;

/** A turn and what is to be done about it. */
public record DecidedTurn(ClaimedTurn turn, AgentDecision decision) {

  /** As much as one message of a client may hold. */
  private static final int LONGEST = 65_536;

  String kind() {
    return switch (decision) {
      case Reply r -> "REPLY";
      case HandOver h -> "HAND_OVER";
      case StaySilent s -> "SILENT";
    };
  }

  String reply() {
    return switch (decision) {
      case Reply r -> bounded(r.text());
      case HandOver h -> bounded(h.text());
      case StaySilent s -> null;
    };
  }

  /** As it is kept, or null where nothing is said. */
  String provenance() {
    return switch (decision) {
      case Reply r -> ProvenanceJson.write(r.provenance());
      case HandOver h -> ProvenanceJson.write(h.provenance());
      case StaySilent s -> null;
    };
  }

  /** A rule may quote all that was asked, which is many messages. */
  private static String bounded(String text) {
    if (text == null || text.length() <= LONGEST) {
      return text;
    }
    var half = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, half ? LONGEST - 1 : LONGEST);
  }

  String reason() {
    return switch (decision) {
      case Reply r -> null;
      case HandOver h -> h.reason();
      case StaySilent s -> s.reason();
    };
  }
}
