package org.tulpar.web.conversation;

import org.tulpar.conversation.Author;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Handler;
import org.tulpar.conversation.MessageStatus;
import org.tulpar.conversation.Origin;
import org.tulpar.conversation.list.InboxRow;

/**
 * A line of the list as it is shown.
 *
 * @param order milliseconds; the browser keeps the rows in this order
 * @param who who wrote the last line, with a colon, or null for the client
 * @param waitingSince milliseconds, or null when nobody waits
 */
public record Row(
    long id,
    long order,
    String name,
    String initials,
    String mark,
    String time,
    String exact,
    String who,
    String last,
    boolean failed,
    int unread,
    Badge badge,
    Long waitingSince,
    Beside beside) {

  /** Who has the word, in a colour and in words. */
  public record Badge(String kind, String glyph, String text) {}

  /**
   * @param chip until when she shall be answered, or null
   * @param ring of the messenger's window, or null
   * @param stage of the deal, or null
   * @param found what a search found, or null
   */
  public record Beside(
      Chip chip, Ring ring, String stage, boolean draft, boolean mentioned, String found) {}

  public static Row of(InboxRow row, Reader reader, Chips chips) {
    var client = Correspondent.of(row.clientName(), row.phone(), row.address(), row.channelType());
    var waiting =
        row.status() == ConversationStatus.OPEN
            && (row.handler() == Handler.WAITING_HUMAN || unattended(row));
    var since = row.waitingSince() == null ? row.sortedAt() : row.waitingSince();
    var at = row.last() == null ? row.sortedAt() : row.last().at();
    return new Row(
        row.id(),
        row.sortedAt().toEpochMilli(),
        client.name(),
        client.initials(),
        client.mark(),
        reader.when(at),
        reader.exact(at),
        who(row.last(), reader),
        last(row.last(), reader),
        row.last() != null && row.last().status() == MessageStatus.FAILED,
        row.unread(),
        waiting
            ? new Badge("waiting", "clock", reader.word("inbox.waits", reader.since(since)))
            : badge(row, reader),
        waiting ? since.toEpochMilli() : null,
        beside(row, reader, chips));
  }

  private static Beside beside(InboxRow row, Reader reader, Chips chips) {
    var known = row.beside();
    return new Beside(
        row.status() == ConversationStatus.OPEN
            ? chips.chip(known.channelId(), known.answered(), row.waitingSince())
            : null,
        Ring.of(row.channelType(), known.lastClientAt(), reader),
        known.stage(),
        known.draft() != null,
        known.mentioned(),
        known.found());
  }

  /** Changes whenever anything shown changes, but for the time that passes. */
  public String revision() {
    return Integer.toHexString(hashCode());
  }

  private static boolean unattended(InboxRow row) {
    return row.handler() == Handler.HUMAN && row.assigneeId() == null && row.unread() > 0;
  }

  private static Badge badge(InboxRow row, Reader reader) {
    if (row.status() == ConversationStatus.CLOSED) {
      return new Badge("", "done", reader.word("inbox.closed"));
    }
    if (row.status() == ConversationStatus.SNOOZED && row.beside().snoozedUntil() != null) {
      return new Badge(
          "", "snooze", reader.word("inbox.snoozed", reader.ahead(row.beside().snoozedUntil())));
    }
    if (row.handler() == Handler.BOT) {
      return new Badge("bot", "bot", reader.word("inbox.bot"));
    }
    if (row.assigneeId() == null) {
      return new Badge("phone", "phone", reader.word("inbox.phone"));
    }
    return reader.is(row.assigneeId())
        ? new Badge("human", "user", reader.word("inbox.you"))
        : new Badge("", "user", row.assignee());
  }

  private static String who(InboxRow.Last last, Reader reader) {
    if (last == null || last.author() == Author.CLIENT) {
      return null;
    }
    return reader.word("inbox.who", speaker(last, reader));
  }

  private static String speaker(InboxRow.Last last, Reader reader) {
    if (last.author() == Author.BOT) {
      return reader.word("inbox.by.bot");
    }
    if (reader.is(last.userId())) {
      return reader.word("inbox.you");
    }
    return last.origin() == Origin.PHONE || last.sender() == null
        ? reader.word("inbox.phone")
        : last.sender();
  }

  private static String last(InboxRow.Last last, Reader reader) {
    if (last == null) {
      return "";
    }
    var text = last.text() == null ? "" : last.text();
    if (Kind.isText(last.kind())) {
      return text;
    }
    var kind = reader.word(Kind.of(last.kind(), false).key());
    return text.isBlank() ? kind : kind + " · " + text;
  }
}
