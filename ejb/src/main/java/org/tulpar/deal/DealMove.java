package org.tulpar.deal;

import java.math.BigDecimal;

/**
 * A card is put somewhere.
 *
 * @param version the card's, as the person has seen it
 * @param after the card above it, or null for the top
 * @param before the card below it, or null; asked when the one above is gone meanwhile
 * @param reasonId why it is lost; required by a stage that means a loss, else null
 * @param amount what it was won for; null keeps the deal's own
 * @param currency ISO 4217, of the amount
 */
public record DealMove(
    long dealId,
    int version,
    long stageId,
    Long after,
    Long before,
    Long reasonId,
    BigDecimal amount,
    String currency) {

  /** A move that asks nothing. */
  public static DealMove to(long dealId, int version, long stageId, Long after, Long before) {
    return new DealMove(dealId, version, stageId, after, before, null, null, null);
  }
}
