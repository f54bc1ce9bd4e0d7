package org.tulpar.dialogue.turn;

import org.tulpar.agent.AgentDecision;
import org.tulpar.agent.AgentDecision.HandOver;
import org.tulpar.agent.AgentDecision.Reply;
import org.tulpar.agent.AgentDecision.StaySilent;

/** A turn and what is to be done about it. */
public record DecidedTurn(ClaimedTurn turn, AgentDecision decision) {

  String kind() {
    return switch (decision) {
      case Reply r -> "REPLY";
      case HandOver h -> "HAND_OVER";
      case StaySilent s -> "SILENT";
    };
  }

  String reply() {
    return switch (decision) {
      case Reply r -> r.text();
      case HandOver h -> h.text();
      case StaySilent s -> null;
    };
  }

  String reason() {
    return switch (decision) {
      case Reply r -> null;
      case HandOver h -> h.reason();
      case StaySilent s -> s.reason();
    };
  }
}
