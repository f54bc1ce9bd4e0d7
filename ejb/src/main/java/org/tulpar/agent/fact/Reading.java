package org.tulpar.agent.fact;

import java.util.List;
import java.util.Locale;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.Playbook;

/**
 * What is read for facts.
 *
 * @param agent who reads
 * @param locale of the organization: in its language facts are written
 * @param spoken the latest lines, oldest first
 * @param known what was found before them, and may be over now
 */
public record Reading(Playbook.Agent agent, Locale locale, List<Spoken> spoken, List<Known> known) {

  /**
   * A message.
   *
   * @param body as it is stored
   * @param line as the model reads it
   */
  public record Spoken(long message, String body, Line line) {

    boolean byClient() {
      return line.byClient();
    }
  }

  /** A fact whose message is not read any more. */
  public record Known(long id, String text) {}

  boolean isWorthIt() {
    return spoken.stream().anyMatch(Spoken::byClient);
  }
}
