package org.tulpar.dialogue.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.LanguageModel.Speaker;
import org.tulpar.agent.Question;

/** Collects a conversation's last lines and tells which of them are the question. */
final class TurnScript {

  /** Kinds whose words say it all. */
  private static final Set<String> SPOKEN = Set.of("TEXT", "CHOICE", "QUESTION");

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
    if (author.equals("SYSTEM") || kind.equals("REACTION")) {
      return;
    }
    var text = text(kind, body);
    var client = author.equals("CLIENT");
    dialogue.add(new Line(speaker(author), text));
    said.add(new Said(by(author), text, at));
    if (client && id > answeredUpTo) {
      asked.add(text);
      watermark = Math.max(watermark, id);
    }
  }

  boolean loops(LoopGuard guard) {
    return guard.trips(said, since);
  }

  private static Speaker speaker(String author) {
    return switch (author) {
      case "CLIENT" -> Speaker.CLIENT;
      case "BOT" -> Speaker.US;
      default -> Speaker.COLLEAGUE;
    };
  }

  private static Said.By by(String author) {
    return switch (author) {
      case "CLIENT" -> Said.By.CLIENT;
      case "BOT" -> Said.By.BOT;
      default -> Said.By.PERSON;
    };
  }

  long watermark() {
    return watermark;
  }

  /** Null when everything was answered. */
  Question question() {
    return asked.isEmpty() ? null : new Question(clientName, String.join("\n", asked), dialogue);
  }

  /** A file is shown to the model by its kind, with the caption if there is one. */
  private static String text(String kind, String body) {
    var words = body == null ? "" : body;
    if (SPOKEN.contains(kind)) {
      return words;
    }
    var label = "[" + kind.toLowerCase(Locale.ROOT) + "]";
    return words.isEmpty() ? label : label + " " + words;
  }
}
