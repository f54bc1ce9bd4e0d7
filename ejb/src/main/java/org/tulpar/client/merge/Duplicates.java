package org.tulpar.client.merge;

import java.util.List;

/**
 * Cards that look like one person.
 *
 * @param sign PHONE or EMAIL
 * @param value what they share: digits without plus, or an address
 */
public record Duplicates(Sign sign, String value, List<Card> cards) {

  /** What two cards share. */
  public enum Sign {
    PHONE,
    EMAIL
  }

  /** A card among others that look like it. */
  public record Card(long id, String name, int conversations, int deals) {}
}
