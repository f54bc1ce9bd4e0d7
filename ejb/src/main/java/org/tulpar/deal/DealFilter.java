package org.tulpar.deal;

import java.io.Serializable;
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
 */
public record DealFilter(
    long userId, Whose whose, UUID channel, boolean unread, boolean rotten, String text)
    implements Serializable {

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
    return channel == null && !unread && !rotten && text == null;
  }

  /** The whole board. */
  public static DealFilter everything(long userId) {
    return new DealFilter(userId, Whose.ALL, null, false, false, null);
  }
}
