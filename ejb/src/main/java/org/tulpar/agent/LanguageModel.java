package org.tulpar.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A chat model behind any provider. Blocking; called on virtual threads without a transaction. */
public interface LanguageModel {

  /** The model's words. Trouble is {@link LanguageModelUnavailable}. */
  Completion complete(String systemPrompt, List<Line> dialogue, String model)
      throws LanguageModelUnavailable;

  /** Who said a line of the dialogue: the client, the bot, or a person of ours. */
  enum Speaker {
    CLIENT,
    US,
    COLLEAGUE
  }

  /** One line of the dialogue so far, oldest first. */
  record Line(Speaker speaker, String text) {

    /** So many of the last ones are read: what was said before is over. */
    public static final int MOST = 24;

    /** Kinds whose words say it all. */
    private static final Set<String> SPOKEN = Set.of("TEXT", "CHOICE", "QUESTION");

    /**
     * A message as a model reads it: a file by its kind, with the caption if there is one. Nothing
     * of what nobody has said.
     *
     * @param author as in {@code message.author}
     * @param kind as in {@code message.kind}
     */
    public static Optional<Line> of(String author, String kind, String body) {
      return author.equals("SYSTEM") || kind.equals("REACTION")
          ? Optional.empty()
          : Optional.of(new Line(speaker(author), text(kind, body)));
    }

    public boolean byClient() {
      return speaker == Speaker.CLIENT;
    }

    private static Speaker speaker(String author) {
      return switch (author) {
        case "CLIENT" -> Speaker.CLIENT;
        case "BOT" -> Speaker.US;
        default -> Speaker.COLLEAGUE;
      };
    }

    private static String text(String kind, String body) {
      var words = body == null ? "" : body;
      if (SPOKEN.contains(kind)) {
        return words;
      }
      var label = "[" + kind.toLowerCase(Locale.ROOT) + "]";
      return words.isEmpty() ? label : label + " " + words;
    }
  }
}
