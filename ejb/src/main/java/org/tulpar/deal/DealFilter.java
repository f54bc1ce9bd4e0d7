package org.tulpar.deal;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;

/**
 * Which cards of a board are meant.
 *
 * @param userId who asks
 * @param ownerId whose deals, where it is one person's that {@code whose} has no word for; or null
 * @param dialogue of its conversation channel, manager, team and state, and of its client tag and
 *     language
 * @param unread only where the client waits to be read
 * @param rotten only what lies longer than its stage allows
 * @param overdue only what should have been done by now
 * @param text part of the deal's title or of the client's name, or the beginning of her phone; or
 *     null
 * @param span what became of it within some days, or null
 */
public record DealFilter(
    long userId,
    Whose whose,
    Long ownerId,
    InboxFilter dialogue,
    boolean unread,
    boolean rotten,
    boolean overdue,
    String text,
    Span span)
    implements Serializable {

  /** Names of an address that narrow the deals as they narrow the inbox. */
  public static final Set<String> AS_IN_INBOX =
      Set.of("channel", "manager", "team", "state", "tag", "lang");

  private static final InboxFilter ANY = InboxFilter.of(InboxTab.ALL);

  public DealFilter(long userId, Whose whose, boolean unread, boolean rotten, String text) {
    this(userId, whose, null, ANY, unread, rotten, false, text, null);
  }

  /** What became of a deal in some days. */
  public enum Became {
    MADE,
    WON,
    LOST
  }

  /**
   * Days of the organization's calendar, the first and the last included, in which it became of the
   * deals.
   *
   * @param reached only deals that came to this stage or beyond, other than by a loss; or null
   * @param reasonId only deals that were lost for this reason, 0 for none that was given; or null
   */
  public record Span(LocalDate from, LocalDate to, Became became, Long reached, Long reasonId)
      implements Serializable {

    public Span(LocalDate from, LocalDate to, Became became) {
      this(from, to, became, null, null);
    }
  }

  /** Everything of which something was so. */
  public static DealFilter of(long userId, Span span) {
    return new DealFilter(userId, Whose.ALL, null, ANY, false, false, false, null, span);
  }

  /** Everything that lies longer than its stage allows. */
  public static DealFilter rotten(long userId) {
    return new DealFilter(userId, Whose.ALL, false, true, null);
  }

  /** Hers whose next step should have been done by now. */
  public static DealFilter overdue(long userId) {
    return new DealFilter(userId, Whose.MINE, null, ANY, false, false, true, null, null);
  }

  /** Whose deals. */
  public enum Whose {
    ALL,
    MINE,
    /** Mine, and those that nobody has. */
    MINE_AND_FREE,
    FREE
  }

  /** Whether everything of the chosen owners is meant. */
  boolean isOfOwnersOnly() {
    return !dialogue.isNarrow() && !unread && !rotten && !overdue && text == null && span == null;
  }

  /** The whole board. */
  public static DealFilter everything(long userId) {
    return new DealFilter(userId, Whose.ALL, false, false, null);
  }

  /** The same deals, of them those whose conversation and client are like this. */
  public DealFilter like(InboxFilter other) {
    return new DealFilter(userId, whose, ownerId, other, unread, rotten, overdue, text, span);
  }

  /** The same deals, of them those of which something was so. */
  public DealFilter during(Span days) {
    return new DealFilter(userId, whose, ownerId, dialogue, unread, rotten, overdue, text, days);
  }

  public DealFilter whose(Whose other) {
    return new DealFilter(userId, other, ownerId, dialogue, unread, rotten, overdue, text, span);
  }

  /** The same, one person's; whoever is null is nobody in particular. */
  public DealFilter ownedBy(Long owner) {
    return new DealFilter(userId, whose, owner, dialogue, unread, rotten, overdue, text, span);
  }
}
