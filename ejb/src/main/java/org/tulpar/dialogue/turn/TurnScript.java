package org.tulpar.dialogue.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.LanguageModel.Speaker;
import org.tulpar.agent.Question;

/** Collects a conversation's last lines and tells which of them are the question. */
final class TurnScript {

  private final List<Line> dialogue = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private String clientName;
  private long watermark;

  /** Adds a line; they come oldest first. */
  void add(long answeredUpTo, String name, long id, String author, String kind, String body) {
    clientName = name;
    if (author.equals("SYSTEM") || kind.equals("REACTION")) {
      return;
    }
    var text = text(kind, body);
    var client = author.equals("CLIENT");
    dialogue.add(new Line(client ? Speaker.CLIENT : Speaker.US, text));
    if (client && id > answeredUpTo) {
      asked.add(text);
      watermark = Math.max(watermark, id);
    }
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
    if (kind.equals("TEXT") || kind.equals("CHOICE")) {
      return words;
    }
    var label = "[" + kind.toLowerCase(Locale.ROOT) + "]";
    return words.isEmpty() ? label : label + " " + words;
  }
}
