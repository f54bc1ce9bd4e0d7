package org.tulpar.web.conversation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.Correction;
import org.tulpar.conversation.Origin;
import org.tulpar.conversation.TranscriptLine.Beside;
import org.tulpar.conversation.TranscriptLine.File;
import org.tulpar.conversation.TranscriptLine.Place;
import org.tulpar.conversation.TranscriptLine.Quote;
import org.tulpar.conversation.TranscriptLine.Said;
import org.tulpar.conversation.TranscriptLine.Sign;
import org.tulpar.conversation.translated.TranslatedLine;

/**
 * What a bubble shows beside the words of its message. Only a file whose own bytes say that it is
 * an image, a film or sound is shown as one.
 *
 * @param form {@code none, image, sticker, video, audio, file, place, contact, wait, failed}
 * @param address of the file, below the application's own, or of a map; or null
 * @param size of the file, or null while nobody has told it
 * @param seconds how long it plays, or null where nobody has told it
 * @param words what is written beside the file, or null
 * @param quoted what is answered, or null
 * @param signs reactions as they stand under the bubble
 * @param mark said beside the time: that it was edited, or is just being changed; or null
 * @param gone said instead of the message: that it was deleted; or null
 * @param named it can be answered and reacted to, where the messenger knows that
 * @param own what the reader may still do to it, or null when nothing
 * @param why where the bot's words come from, or null
 * @param question a question of ours with its answers, or null
 */
public record Inside(
    String form,
    String address,
    String size,
    Integer seconds,
    String words,
    Quoted quoted,
    List<Shown> signs,
    String mark,
    String gone,
    boolean named,
    Own own,
    String why,
    Question question) {

  /**
   * A message of the reader's own that she may still change.
   *
   * @param words as they went out, where they may be edited; or null
   * @param deletable it may be taken back
   */
  public record Own(String words, boolean deletable) {}

  /**
   * A message that is answered.
   *
   * @param key of its line in the thread, or null when we do not have it
   */
  public record Quoted(String key, String by, String text) {}

  /**
   * @param words without the answers that its text numbers
   * @param numbered the client sees the answers numbered, and may answer by a number
   */
  public record Question(String words, List<String> answers, boolean numbered) {}

  /** One sign, how many put it, and who. */
  public record Shown(String sign, int times, String names, boolean ours) {}

  /**
   * @param messenger where the conversation takes place
   */
  static Inside of(Said said, Reader reader, ChannelType messenger) {
    var beside = said.beside();
    var form = form(said, beside);
    return new Inside(
        form,
        address(beside, form),
        said.bytes() == null ? null : reader.size(said.bytes()),
        said.seconds(),
        words(said, reader, form),
        beside.quote() == null ? null : quoted(beside.quote(), reader),
        shown(beside.signs(), reader),
        beside.deleted() ? null : mark(beside, reader),
        beside.deleted() ? reader.word("thread.deleted") : null,
        beside.named() && !beside.deleted(),
        own(said, reader, messenger),
        beside.deleted() ? null : Why.words(beside.provenance(), reader),
        beside.asked() == null || beside.deleted()
            ? null
            : new Question(
                beside.asked().question(), beside.asked().answers(), !messenger.offersAnswers()));
  }

  private static String mark(Beside beside, Reader reader) {
    var pending = beside.correction();
    if (pending != null && !pending.failed()) {
      return reader.word("thread.pending." + pending.correction());
    }
    return beside.edited() ? reader.word("thread.edited") : null;
  }

  private static Own own(Said said, Reader reader, ChannelType messenger) {
    var beside = said.beside();
    if (said.author() != Author.MANAGER
        || said.origin() != Origin.CRM
        || !reader.is(said.userId())
        || beside.deleted()) {
      return null;
    }
    var subject =
        new Correction.Subject(said.kind(), said.status(), beside.named(), beside.sentAt());
    var editable = Correction.EDIT.possible(messenger, subject, reader.now());
    var deletable = Correction.DELETION.possible(messenger, subject, reader.now());
    return editable || deletable ? new Own(editable ? said.text() : null, deletable) : null;
  }

  /**
   * Whether anything can be done to it.
   *
   * @param acts what the messenger lets be done to a single message
   */
  public boolean touched(String acts) {
    return own != null || named && !"none".equals(acts);
  }

  /** Of all words those in the bubble: answers stand apart, unless the translation numbers them. */
  String bubble(String words, TranslatedLine translated) {
    var numbered = translated != null && translated.text() != null;
    return question == null || numbered ? words : question.words();
  }

  /** Whether the kind is told by a line of its own, because nothing else shows it. */
  boolean tellsKind() {
    return form.equals("none");
  }

  private static String form(Said said, Beside beside) {
    if (beside.deleted()) {
      return "none";
    }
    if (beside.place() != null) {
      return "place";
    }
    if ("CONTACT".equals(said.kind())) {
      return "contact";
    }
    return beside.file() == null ? "none" : form(beside.file(), said.kind());
  }

  private static String form(File file, String kind) {
    return switch (file.state()) {
      case "STORED" -> stored(file, kind);
      case "PENDING" -> "wait";
      case "FAILED" -> "failed";
      default -> "none";
    };
  }

  /** What was sent as a document stays one: it may be a scan that nobody wants to see at once. */
  private static String stored(File file, String kind) {
    if (kind.equals("STICKER") && file.type().contentType().startsWith("image/")) {
      return "sticker";
    }
    if (kind.equals("DOCUMENT")) {
      return "file";
    }
    return switch (file.type().shape()) {
      case OTHER -> "file";
      default -> file.type().shape().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String address(Beside beside, String form) {
    return switch (form) {
      case "place" -> map(beside.place());
      case "image", "sticker", "video", "audio", "file" -> "/media/" + beside.file().id();
      default -> null;
    };
  }

  private static String map(Place place) {
    return String.format(
        Locale.ROOT,
        "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=16/%1$.6f/%2$.6f",
        place.latitude(),
        place.longitude());
  }

  private static String words(Said said, Reader reader, String form) {
    return switch (form) {
      case "wait" -> reader.word("media.wait");
      case "failed" -> reader.word("media.failed");
      case "place" -> reader.word("media.map");
      case "contact" -> said.beside().numbers();
      default -> null;
    };
  }

  private static Quoted quoted(Quote quote, Reader reader) {
    if (quote.id() == null) {
      return new Quoted(null, null, reader.word("thread.quote.unknown"));
    }
    var text = quote.text() == null ? "" : quote.text();
    var kind =
        Kind.isText(quote.kind()) || !text.isBlank()
            ? text
            : reader.word(Kind.of(quote.kind(), false).key());
    return new Quoted("m" + quote.id(), by(quote, reader), kind);
  }

  private static String by(Quote quote, Reader reader) {
    if (quote.author() == Author.CLIENT) {
      return quote.sender();
    }
    return quote.author() == Author.BOT ? reader.word("inbox.by.bot") : quote.sender();
  }

  private static List<Shown> shown(List<Sign> signs, Reader reader) {
    return signs.stream()
        .map(Sign::sign)
        .distinct()
        .map(sign -> shown(sign, signs, reader))
        .toList();
  }

  private static Shown shown(String sign, List<Sign> all, Reader reader) {
    var same = all.stream().filter(s -> s.sign().equals(sign)).toList();
    var names =
        same.stream()
            .map(s -> s.ours() ? reader.word("inbox.you") : s.name())
            .filter(name -> name != null)
            .distinct()
            .collect(Collectors.joining(", "));
    return new Shown(sign, same.size(), names, same.stream().anyMatch(Sign::ours));
  }
}
