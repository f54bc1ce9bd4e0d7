package org.tulpar.agent;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.tulpar.conversation.hours.WorkingHours;
import org.tulpar.conversation.provenance.Provenance;

/**
 * What an organization's bot knows about how to answer.
 *
 * @param agent the active communication agent, or null
 */
public record Playbook(ZoneId zone, List<ReplyRule> rules, WorkingHours hours, Agent agent) {

  /**
   * Whether it repeats the client's words: for trying out and measuring, where nobody is guarded
   * against.
   */
  public boolean echoes() {
    return rules.stream().anyMatch(rule -> rule.kind() == ReplyRule.Kind.ECHO);
  }

  /**
   * The communication agent.
   *
   * @param version grows with each change of the agent
   * @param model name of the model, or null for the default
   */
  public record Agent(String name, int version, String prompt, String model) {

    Provenance wrote(Completion answer, Question question, Duration took) {
      return new Provenance.Agent(
          name,
          version,
          answer.model(),
          question.dialogue().size(),
          question.withColleagues(),
          answer.tokensIn(),
          answer.tokensOut(),
          took);
    }
  }
}
