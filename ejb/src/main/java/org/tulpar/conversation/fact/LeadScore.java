package org.tulpar.conversation.fact;

import java.util.List;

/**
 * How near to buying a client is.
 *
 * @param points from 0 to 100
 * @param reasons what makes it up, the best first; they may add up to more, or to less
 */
public record LeadScore(int points, List<Reason> reasons) {

  private static final int HOT = 70;
  private static final int WARM = 40;

  /**
   * @param code name of a {@link FactKind}, or what else is known of her: ORDERED, FRESH, WEEK or
   *     MONTH
   * @param points may be negative
   */
  public record Reason(String code, int points) {}

  /** In a word. */
  public enum Level {
    HOT,
    WARM,
    COLD
  }

  public Level level() {
    if (points >= HOT) {
      return Level.HOT;
    }
    return points >= WARM ? Level.WARM : Level.COLD;
  }
}
