package org.tulpar.agent;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.tulpar.agent.AgentDecision.HandOver;
import org.tulpar.agent.AgentDecision.Reply;
import org.tulpar.agent.AgentDecision.StaySilent;
import org.tulpar.conversation.provenance.Provenance;

/** Decides by rule: the first that fits, in the organization's order. */
final class RuleBook {

  private RuleBook() {}

  static Optional<AgentDecision> decide(Playbook playbook, Question question, Instant now) {
    for (var rule : playbook.rules()) {
      var fit = fit(rule, playbook, question, now);
      if (fit.isPresent()) {
        return Optional.of(decision(rule, fit.get(), question));
      }
    }
    return Optional.empty();
  }

  private static Optional<Provenance> fit(
      ReplyRule rule, Playbook playbook, Question question, Instant now) {
    var said = question.text().toLowerCase(Locale.ROOT);
    return switch (rule.kind()) {
      case ECHO -> fit(rule, true);
      case GREETING -> keyword(rule, bare(said)::equals);
      case KEYWORD -> keyword(rule, said::contains);
      case OUT_OF_HOURS -> fit(rule, !playbook.hours().openAt(now.atZone(playbook.zone())));
    };
  }

  private static Optional<Provenance> fit(ReplyRule rule, boolean fits) {
    return fits ? Optional.of(new Provenance.Rule(rule.kind().name(), null)) : Optional.empty();
  }

  private static Optional<Provenance> keyword(ReplyRule rule, Predicate<String> said) {
    return rule.keywords().stream()
        .filter(said)
        .findFirst()
        .map(word -> new Provenance.Rule(rule.kind().name(), word));
  }

  private static AgentDecision decision(ReplyRule rule, Provenance fit, Question question) {
    var text = rule.say(question.clientName(), question.text());
    if (rule.kind() == ReplyRule.Kind.OUT_OF_HOURS && question.alreadySaid(text)) {
      return new StaySilent("out of hours, and said so");
    }
    return rule.handOver() ? new HandOver(text, fit, Handovers.KEYWORD) : new Reply(text, fit);
  }

  /** Letters only, single spaces: "Здравствуйте!!" is a greeting, "Здравствуйте, сколько?" not. */
  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}]+", " ").strip();
  }
}
