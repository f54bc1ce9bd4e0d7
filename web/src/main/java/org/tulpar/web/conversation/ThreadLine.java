package org.tulpar.web.conversation;

import java.util.List;
import org.tulpar.conversation.MessageStatus;

/**
 * A line of the thread as it is shown.
 *
 * @param key names the line for ever within its thread
 * @param type what the line is
 * @param look classes of the bubble
 * @param glyph what is drawn beside the words, or null
 * @param by who spoke, above the bubble, or null
 * @param kind words for content that is not text, or null
 * @param foot who spoke, beside the time, or null
 * @param iso the moment for machines, or null where no time is shown
 * @param status how far it came, or null for the other side's messages
 * @param failure why it was not sent, or null
 * @param options what may be decided about it, most often nothing
 * @param inside what it carries beside its words, or null where nothing can be
 * @param rendering when it was said in another language than the reader's, or null
 */
public record ThreadLine(
    String key,
    Type type,
    String look,
    String glyph,
    String by,
    String kind,
    String text,
    String foot,
    String time,
    String exact,
    String iso,
    MessageStatus status,
    String statusWords,
    String failure,
    List<Option> options,
    Inside inside,
    Rendering rendering) {

  /**
   * What a person may decide about a message that did not go out, or may not have.
   *
   * @param choice as in {@code Choice}
   * @param message what is decided about: it, or its edit or deletion
   */
  public record Option(String choice, String words, long message) {}

  /** The lines of a thread. */
  public enum Type {
    DAY,
    NEW,
    SYSTEM,
    /** Seen by colleagues only. */
    NOTE,
    SAID
  }

  static ThreadLine plain(String key, Type type, String glyph, String text) {
    return new ThreadLine(
        key, type, "", glyph, null, null, text, null, null, null, null, null, null, null, List.of(),
        null, null);
  }

  /** Changes whenever anything shown changes. */
  public String revision() {
    return Integer.toHexString(hashCode());
  }

  /** The shape of the tick: clock, one, two; none when it failed or is not ours. */
  public String tick() {
    return switch (status) {
      case null -> "";
      case QUEUED, SENDING, UNKNOWN -> "clock";
      case SENT -> "one";
      case DELIVERED, READ -> "two";
      case FAILED -> "";
    };
  }

  /** What is drawn beside the speaker's name, or null. */
  public String voice() {
    return look.contains("bot") ? "bot" : look.contains("phone") ? "phone" : null;
  }

  /** A kind that the picture, the player or the card itself shows needs no line of its own. */
  public boolean kindShown() {
    return kind != null && inside.tellsKind();
  }

  /** The answers of a question; its translation numbers them in its words. */
  public Inside.Question question() {
    return rendering == null || rendering.failed() ? inside.question() : null;
  }

  public boolean read() {
    return status == MessageStatus.READ;
  }
}
