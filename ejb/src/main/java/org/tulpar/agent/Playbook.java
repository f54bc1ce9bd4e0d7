package org.tulpar.agent;

import java.time.ZoneId;
import java.util.List;

/**
 * What an organization's bot knows about how to answer.
 *
 * @param agent the active communication agent, or null
 */
public record Playbook(ZoneId zone, List<ReplyRule> rules, WorkingHours hours, Agent agent) {

  /**
   * The communication agent.
   *
   * @param model name of the model, or null for the default
   */
  public record Agent(String name, String prompt, String model) {}
}
