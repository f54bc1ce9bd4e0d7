package org.tulpar.dialogue.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.Question;

/** Collects a conversation's last lines and tells which of them are the question. */
final class TurnScript {

  private final List<Line> dialogue = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private String clientName;
  private Instant since = Instant.MIN;
  private long watermark;

  /** When the bot got the conversation. */
  void since(Instant handlerSince) {
    since = handlerSince;
  }

  /** Adds a line; they come oldest first. */
  void add(
      long answeredUpTo,
      String name,
      long id,
      String author,
      String kind,
      String body,
      Instant at) {
    clientName = name;
    Line.of(author, kind, body).ifPresent(line -> add(line, id, id > answeredUpTo, at));
  }

  private void add(Line line, long id, boolean unanswered, Instant at) {
    dialogue.add(line);
    said.add(new Said(by(line), line.text(), at));
    if (line.byClient() && unanswered) {
      asked.add(line.text());
      watermark = Math.max(watermark, id);
    }
  }

  boolean loops(LoopGuard guard) {
    return guard.trips(said, since);
  }

  private static Said.By by(Line line) {
    return switch (line.speaker()) {
      case CLIENT -> Said.By.CLIENT;
      case US -> Said.By.BOT;
      case COLLEAGUE -> Said.By.PERSON;
    };
  }

  long watermark() {
    return watermark;
  }

  /** Null when everything was answered. */
  Question question() {
    return asked.isEmpty() ? null : new Question(clientName, String.join("\n", asked), dialogue);
  }
}
