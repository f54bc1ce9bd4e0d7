package org.tulpar.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tulpar.agent.AgentDecision.HandOver;
import org.tulpar.agent.AgentDecision.Reply;

/** Who speaks for the bot: the rules first, then the communication agent. */
@ApplicationScoped
public class Responder {

  @Inject private LanguageModel model;
  @Inject private Clock clock;

  /** Fast and without any call: what can be decided without the model. */
  public Optional<AgentDecision> withoutModel(Playbook playbook, Question question) {
    var byRule = RuleBook.decide(playbook, question, clock.instant());
    if (byRule.isEmpty() && playbook.agent() == null) {
      return Optional.of(new HandOver(Handovers.NO_AGENT));
    }
    return byRule;
  }

  /** Asks the model; blocks for seconds, so it holds no transaction and no connection. */
  public AgentDecision withModel(Playbook playbook, Question question)
      throws LanguageModelUnavailable {
    return written(playbook.agent(), question, "");
  }

  /**
   * The same for a person, who decides what becomes of it.
   *
   * @param task what else the agent is told, behind its own prompt
   */
  public Reply written(Playbook.Agent agent, Question question, String task)
      throws LanguageModelUnavailable {
    var asked = System.nanoTime();
    var answer =
        model.complete(
            briefed(agent.prompt(), question) + task, question.dialogue(), agent.model());
    var took = Duration.ofNanos(System.nanoTime() - asked);
    return new Reply(answer.text(), agent.wrote(answer, question, took));
  }

  /** The model must not contradict, nor repeat, what a person has said in the conversation. */
  static String briefed(String prompt, Question question) {
    var said =
        question.dialogue().stream()
            .filter(Question::byColleague)
            .map(line -> "- " + line.text())
            .toList();
    return said.isEmpty()
        ? prompt
        : prompt
            + "\n\nA colleague, a person, has written to the client in this conversation:\n"
            + String.join("\n", said)
            + "\nHold to what the colleague said and promised; do not say it again.";
  }
}
