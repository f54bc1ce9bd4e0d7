package org.tulpar.conversation.list;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The list of conversations, a page at a time. */
@Stateless
public class Inbox {

  /** Rows of a page. */
  public static final int PAGE = 50;

  /** The longest list that is read in one go. */
  private static final int LONGEST = 20 * PAGE;

  /** Counts stop here: a person reads "many", and the database need not count on. */
  public static final int MANY = 1000;

  /** Where the count of everything stops: one walk along an index, with the news of the list. */
  public static final int VERY_MANY = 10_000;

  /** Messages that a search looks at, the latest of those with its words. */
  public static final int SEARCHED = MessageSearch.MOST;

  /** The place of a row in its tab; the next page begins behind it. */
  public record Position(Instant at, long id) implements Serializable {}

  /**
   * @param next where the next page begins, or null when there is none
   */
  public record Page(List<InboxRow> rows, Position next) {}

  /**
   * How many conversations lie on each pile, at most {@link #MANY}.
   *
   * @param all at most {@link #VERY_MANY}
   * @param mentions conversations in which this person is named and has not looked
   */
  public record Counts(int mine, int needsHuman, int unassigned, int bot, int all, int mentions) {}

  @Inject private InboxRows rows;

  /**
   * @param after where the page before ended, or null for the first
   */
  public Page page(InboxFilter filter, long userId, Position after) {
    return page(filter, userId, after, PAGE);
  }

  /**
   * The first rows once more.
   *
   * @param shown how many somebody has before her: as many come, a page at least and twenty pages
   *     at most
   */
  public Page again(InboxFilter filter, long userId, long shown) {
    return page(filter, userId, null, Math.clamp(shown, PAGE, LONGEST));
  }

  private Page page(InboxFilter filter, long userId, Position after, int most) {
    var found = rows.page(filter, userId, after, most + 1);
    if (found.size() <= most) {
      return new Page(found, null);
    }
    var page = found.subList(0, most);
    var last = page.getLast();
    return new Page(List.copyOf(page), new Position(last.sortedAt(), last.id()));
  }

  /** The first few, for a list that is looked at in passing. */
  public List<InboxRow> first(InboxFilter filter, long userId, int most) {
    return rows.page(filter, userId, null, Math.min(most, PAGE));
  }

  /** Those of the given conversations that lie on this pile now. */
  public List<InboxRow> among(InboxFilter filter, long userId, Collection<Long> conversationIds) {
    return rows.among(filter, userId, conversationIds);
  }

  /** How many there are, at most {@link #MANY}. */
  public int count(InboxFilter filter, long userId) {
    return rows.count(filter, userId, MANY);
  }

  /** Whether a search leaves out messages that have its words, the oldest of them. */
  public boolean cut(InboxFilter filter) {
    return rows.cut(filter);
  }

  public Counts counts(long userId) {
    return rows.counts(userId);
  }
}
