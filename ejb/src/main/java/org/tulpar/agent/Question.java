package org.tulpar.agent;

import java.util.List;
import org.tulpar.agent.LanguageModel.Line;

/**
 * A turn, as the bot is asked: the client's glued messages and what was said before.
 *
 * @param clientName how the client calls itself, or null
 * @param text the glued messages, one a line
 * @param dialogue all lines to be considered, oldest first, the question included
 */
public record Question(String clientName, String text, List<Line> dialogue) {

  /** Whether a person of ours has written in the dialogue. */
  boolean withColleagues() {
    return dialogue.stream().anyMatch(Question::byColleague);
  }

  static boolean byColleague(Line line) {
    return line.speaker() == LanguageModel.Speaker.COLLEAGUE;
  }

  boolean alreadySaid(String ours) {
    return dialogue.stream()
        .anyMatch(line -> line.speaker() == LanguageModel.Speaker.US && line.text().equals(ours));
  }
}
