package org.tulpar.conversation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was said in one conversation, oldest first, a page at a time from the newest back. */
@Stateless
public class Transcript {

  /** Messages of a page. */
  public static final int PAGE = 50;

  /** The longest way back that is gone in one go. */
  private static final int MOST_PAGES = 10;

  /** The place of a message; the older page ends before it. */
  public record Position(Instant at, long id) implements Serializable {}

  /**
   * @param older where the older page ends, or null when there is none
   */
  public record Page(List<TranscriptLine> lines, Position older) {}

  @Inject private Messages messages;
  @Inject private BetweenRows between;

  /** Who talks with whom; nothing when the organization has no such conversation. */
  public Optional<ConversationHead> head(long conversationId) {
    return messages.head(conversationId);
  }

  /**
   * @param before where the newer page began, or null for the newest
   */
  public Page page(long conversationId, Position before) {
    var said = messages.said(conversationId, before, PAGE + 1);
    var more = said.size() > PAGE;
    var shown = more ? said.subList(0, PAGE) : said;
    var oldest = shown.isEmpty() ? null : shown.getLast();
    var from = more ? oldest.at() : Instant.EPOCH;
    var until = before == null ? null : before.at();
    var lines = new ArrayList<TranscriptLine>(shown);
    lines.addAll(between.happened(conversationId, from, until));
    lines.addAll(between.noted(conversationId, from, until));
    lines.sort(ORDER);
    return new Page(List.copyOf(lines), more ? new Position(oldest.at(), oldest.id()) : null);
  }

  /**
   * The newest page and those before it, in this order, as far back as a message; the newest alone
   * when the message lies more than ten pages back, or is not one of them.
   */
  public List<Page> back(long conversationId, long messageId) {
    var pages = new ArrayList<Page>();
    Position before = null;
    do {
      var page = page(conversationId, before);
      pages.add(page);
      before = page.older();
    } while (before != null && !has(pages.getLast(), messageId) && pages.size() < MOST_PAGES);
    return has(pages.getLast(), messageId) ? List.copyOf(pages) : List.of(pages.getFirst());
  }

  private static boolean has(Page page, long messageId) {
    return page.lines().stream()
        .anyMatch(line -> line instanceof TranscriptLine.Said said && said.id() == messageId);
  }

  /** An event of the same instant comes before the words: first the word is taken, then spoken. */
  private static final Comparator<TranscriptLine> ORDER =
      Comparator.comparing(TranscriptLine::at)
          .thenComparingInt(line -> line instanceof TranscriptLine.Happened ? 0 : 1)
          .thenComparingLong(Transcript::id);

  private static long id(TranscriptLine line) {
    return switch (line) {
      case TranscriptLine.Said said -> said.id();
      case TranscriptLine.Happened happened -> happened.id();
      case TranscriptLine.Noted noted -> noted.id();
    };
  }
}
