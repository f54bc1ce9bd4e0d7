package org.tulpar.agent;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.tulpar.agent.AgentDecision.HandOver;
import org.tulpar.agent.AgentDecision.Reply;
import org.tulpar.agent.AgentDecision.StaySilent;

/** Decides by rule: the first that fits, in the organization's order. */
final class RuleBook {

  private RuleBook() {}

  static Optional<AgentDecision> decide(Playbook playbook, Question question, Instant now) {
    for (var rule : playbook.rules()) {
      if (fits(rule, playbook, question, now)) {
        return Optional.of(decision(rule, question));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(ReplyRule rule, Playbook playbook, Question question, Instant now) {
    var said = question.text().toLowerCase(Locale.ROOT);
    return switch (rule.kind()) {
      case ECHO -> true;
      case GREETING -> rule.keywords().contains(bare(said));
      case KEYWORD -> rule.keywords().stream().anyMatch(said::contains);
      case OUT_OF_HOURS -> !playbook.hours().openAt(now.atZone(playbook.zone()));
    };
  }

  private static AgentDecision decision(ReplyRule rule, Question question) {
    var text = rule.say(question.clientName(), question.text());
    if (rule.kind() == ReplyRule.Kind.OUT_OF_HOURS && question.alreadySaid(text)) {
      return new StaySilent("out of hours, and said so");
    }
    return rule.handOver() ? new HandOver(text, Handovers.KEYWORD) : new Reply(text);
  }

  /** Letters only, single spaces: "Здравствуйте!!" is a greeting, "Здравствуйте, сколько?" not. */
  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}]+", " ").strip();
  }
}
