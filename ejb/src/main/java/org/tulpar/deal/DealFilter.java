package org.tulpar.deal;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which cards of a board are meant.
 *
 * @param userId who asks
 * @param channel of the conversation, or null for all
 * @param unread only where the client waits to be read
 * @param rotten only what lies longer than its stage allows
 * @param text part of the deal's title or of the client's name, or the beginning of her phone; or
 *     null
 * @param span what became of it within some days, or null
 */
public record DealFilter(
    long userId, Whose whose, UUID channel, boolean unread, boolean rotten, String text, Span span)
    implements Serializable {

  public DealFilter(
      long userId, Whose whose, UUID channel, boolean unread, boolean rotten, String text) {
    this(userId, whose, channel, unread, rotten, text, null);
  }

  /**
   * Days of the organization's calendar, the first and the last included: of deals that were won in
   * them, or else of deals that were made in them.
   *
   * @param reached only deals that came to this stage or beyond, other than by a loss; or null
   */
  public record Span(LocalDate from, LocalDate to, boolean won, Long reached)
      implements Serializable {}

  /** Everything of which something was so. */
  public static DealFilter of(long userId, Span span) {
    return new DealFilter(userId, Whose.ALL, null, false, false, null, span);
  }

  /** Everything that lies longer than its stage allows. */
  public static DealFilter rotten(long userId) {
    return new DealFilter(userId, Whose.ALL, null, false, true, null, null);
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
    return channel == null && !unread && !rotten && text == null && span == null;
  }

  /** The whole board. */
  public static DealFilter everything(long userId) {
    return new DealFilter(userId, Whose.ALL, null, false, false, null);
  }
}
