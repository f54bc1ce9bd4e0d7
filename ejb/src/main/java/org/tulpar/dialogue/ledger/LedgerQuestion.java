package org.tulpar.dialogue.ledger;

import java.util.UUID;

/**
 * Which events are asked for.
 *
 * @param channel or null for all
 * @param status or null for all
 * @param before only events with a lower id; null for the newest
 * @param most at most {@link LedgerBook#MOST}
 */
public record LedgerQuestion(UUID channel, EventStatus status, Long before, int most) {

  public LedgerQuestion {
    if (most < 1 || most > LedgerBook.MOST) {
      throw new IllegalArgumentException("a page has 1 to " + LedgerBook.MOST + " rows");
    }
  }
}
