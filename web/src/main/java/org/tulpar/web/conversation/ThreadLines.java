package org.tulpar.web.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.MessageStatus;
import org.tulpar.conversation.Origin;
import org.tulpar.conversation.TranscriptLine;
import org.tulpar.conversation.TranscriptLine.Happened;
import org.tulpar.conversation.TranscriptLine.Noted;
import org.tulpar.conversation.TranscriptLine.Said;
import org.tulpar.conversation.translated.TranslatedLine;
import org.tulpar.dialogue.outbound.Choice;
import org.tulpar.web.conversation.ThreadLine.Option;
import org.tulpar.web.conversation.ThreadLine.Type;

/** Writes a transcript for one reader: days between, speakers named once, reasons in words. */
final class ThreadLines {

  private final Reader reader;
  private final ChannelType messenger;
  private final Long firstUnread;
  private final Map<Long, TranslatedLine> translations;
  private final List<ThreadLine> lines = new ArrayList<>();
  private LocalDate day;
  private String voice = "";

  private ThreadLines(
      Reader reader,
      ChannelType messenger,
      Long firstUnread,
      Map<Long, TranslatedLine> translations) {
    this.reader = reader;
    this.messenger = messenger;
    this.firstUnread = firstUnread;
    this.translations = translations;
  }

  /**
   * @param messenger where the conversation takes place
   * @param firstUnread the message before which "new messages" is written, or null
   * @param translations into the reader's language, by message
   */
  static List<ThreadLine> of(
      List<TranscriptLine> transcript,
      Reader reader,
      ChannelType messenger,
      Long firstUnread,
      Map<Long, TranslatedLine> translations) {
    var writer = new ThreadLines(reader, messenger, firstUnread, translations);
    transcript.forEach(writer::write);
    return List.copyOf(writer.lines);
  }

  private void write(TranscriptLine line) {
    if (!reader.day(line.at()).equals(day)) {
      day = reader.day(line.at());
      between(ThreadLine.plain("d" + day, Type.DAY, null, reader.dayWords(line.at())));
    }
    switch (line) {
      case Happened happened -> between(event(happened));
      case Noted noted -> between(note(noted));
      case Said said when said.author() == Author.SYSTEM -> between(note(said));
      case Said said -> said(said);
    }
  }

  private void between(ThreadLine line) {
    voice = "";
    lines.add(line);
  }

  private void said(Said said) {
    if (firstUnread != null && firstUnread == said.id()) {
      between(ThreadLine.plain("new", Type.NEW, null, reader.word("thread.new")));
    }
    var next = voice(said);
    var follows = next.equals(voice);
    voice = next;
    lines.add(bubble(said, follows));
  }

  private ThreadLine bubble(Said said, boolean follows) {
    var failed = said.status() == MessageStatus.FAILED;
    var ours = said.author() != Author.CLIENT;
    var inside = Inside.of(said, reader, messenger);
    var kind =
        inside.gone() != null || Kind.isText(said.kind())
            ? null
            : Kind.of(said.kind(), said.voice());
    return new ThreadLine(
        "m" + said.id(),
        Type.SAID,
        look(said)
            + (follows ? " follow" : "")
            + (failed ? " failed" : "")
            + (inside.gone() == null ? "" : " gone"),
        kind == null ? null : kind.glyph(),
        follows ? null : by(said),
        kind == null ? null : kindWords(said, kind, inside),
        shown(said, inside),
        ours && reader.is(said.userId()) ? reader.word("inbox.you") : null,
        reader.clock(said.at()),
        reader.exact(said.at()),
        said.at().toString(),
        ours ? said.status() : null,
        ours ? reader.word("status." + said.status()) : null,
        failed ? failure(said.failure()) : uncorrected(said),
        options(said),
        inside,
        translated(said) == null
            ? null
            : Rendering.of(translated(said), words(said, null), reader));
  }

  /** In the reader's language, as far as there are any. */
  private String shown(Said said, Inside inside) {
    return inside.bubble(words(said, translated(said)), translated(said));
  }

  private static String words(Said said, TranslatedLine translated) {
    if (translated != null && translated.text() != null) {
      return translated.text();
    }
    return said.text() == null ? "" : said.text();
  }

  private TranslatedLine translated(Said said) {
    return said.beside().deleted() ? null : translations.get(said.id());
  }

  /** Its edit or deletion was given up: why, or null when there is none. */
  private String uncorrected(Said said) {
    var correction = said.beside().correction();
    if (correction == null || !correction.failed()) {
      return null;
    }
    var reason =
        reader
            .wordIfAny("uncorrected." + correction.failure())
            .orElseGet(() -> reader.word("uncorrected.other"));
    return reader.word("uncorrected." + correction.correction(), reason);
  }

  private List<Option> options(Said said) {
    var correction = said.beside().correction();
    if (correction != null && correction.failed()) {
      return options(List.of(Choice.RESEND, Choice.DISCARD), correction.id());
    }
    return options(choices(said), said.id());
  }

  private List<Option> options(List<Choice> choices, long message) {
    return choices.stream()
        .map(choice -> new Option(choice.name(), reader.word("choice." + choice), message))
        .toList();
  }

  private static List<Choice> choices(Said said) {
    if (said.status() == MessageStatus.UNKNOWN) {
      return List.of(Choice.ASK, Choice.RESEND, Choice.ASSUME_SENT);
    }
    return said.undecided() ? List.of(Choice.RESEND, Choice.DISCARD) : List.of();
  }

  /** One voice is one speaker in one way: its bubbles stand close together. */
  private static String voice(Said said) {
    return look(said) + said.userId() + said.sender();
  }

  private static String look(Said said) {
    return switch (said.author()) {
      case CLIENT, SYSTEM -> "";
      case BOT -> "out bot";
      case MANAGER -> said.origin() == Origin.PHONE ? "out phone" : "out human";
    };
  }

  private String by(Said said) {
    return switch (said.author()) {
      case CLIENT, SYSTEM -> said.sender();
      case BOT -> reader.word("inbox.by.bot");
      case MANAGER ->
          said.origin() == Origin.PHONE
              ? reader.word("inbox.phone")
              : reader.is(said.userId()) ? null : said.sender();
    };
  }

  private String kindWords(Said said, Kind kind, Inside inside) {
    if ("kind.UNSUPPORTED".equals(kind.key())) {
      return reader.word("kind.UNSUPPORTED", said.detail() == null ? said.kind() : said.detail());
    }
    if (said.beside().once()) {
      return reader.word("media.once");
    }
    var words = said.detail() == null ? reader.word(kind.key()) : said.detail();
    if (said.seconds() != null) {
      return "%s · %d:%02d".formatted(words, said.seconds() / 60, said.seconds() % 60);
    }
    return said.bytes() == null || inside.form().equals("file")
        ? words
        : words + " · " + inside.size();
  }

  /** A reason that we have no sentence for is still a failure, and is said in general words. */
  private String failure(String code) {
    try {
      return reader.word("failure." + code);
    } catch (MissingResourceException e) {
      return reader.word("failure.other");
    }
  }

  private ThreadLine event(Happened event) {
    var to = event.to();
    var words =
        reader.word(
            event.event() + "." + who(event),
            event.person(),
            reader.clock(event.at()),
            to.until() != null
                ? reader.ahead(to.until())
                : reader.is(to.userId()) ? reader.word("desk.to.you") : to.name(),
            reader.unsent(to.unsent()));
    return ThreadLine.plain("e" + event.id(), Type.SYSTEM, glyph(event), words);
  }

  private String who(Happened event) {
    if (event.person() != null) {
      return reader.is(event.userId()) ? "you" : "person";
    }
    return switch (event.origin()) {
      case "API" -> "api";
      case "POLICY" -> "policy";
      case null, default -> "phone";
    };
  }

  private static String glyph(Happened event) {
    if (event.event().endsWith("bot")) {
      return "bot";
    }
    if (event.event().endsWith("closed")) {
      return "done";
    }
    if (event.event().matches(".*(?:snoozed|woken|failed)")) {
      return "snooze";
    }
    return event.person() != null ? "user" : "API".equals(event.origin()) ? "system" : "phone";
  }

  /** Colleagues only: by whom, and for whom. */
  private ThreadLine note(Noted noted) {
    var mine = noted.mentioned().stream().collect(Collectors.joining(", "));
    return new ThreadLine(
        "n" + noted.id(),
        Type.NOTE,
        "",
        "note",
        reader.is(noted.userId()) ? reader.word("inbox.you") : noted.person(),
        mine.isEmpty() ? null : reader.word("note.for", mine),
        noted.text(),
        null,
        reader.clock(noted.at()),
        reader.exact(noted.at()),
        noted.at().toString(),
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }

  private ThreadLine note(Said said) {
    var reason = said.text() == null || said.text().isBlank() ? null : reason(said.text());
    var words =
        reason == null
            ? reader.word("thread.called")
            : reader.word("thread.called.because", reason);
    return ThreadLine.plain("m" + said.id(), Type.SYSTEM, "bot", words);
  }

  /** A reason of ours is the key of its words; any other is the model's own sentence. */
  private String reason(String text) {
    try {
      return reader.word(text);
    } catch (MissingResourceException e) {
      return text;
    }
  }
}
