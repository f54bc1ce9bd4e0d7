package org.tulpar.analytics;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.tulpar.deal.Board;

/**
 * What became of the deals of a pipeline within a period.
 *
 * @param steps how many of the deals made in it came how far, in the order of the board
 * @param before of the period before
 * @param owners who has deals under way or has won some, the most won first
 * @param lost why deals were lost in it, the most frequent reason first
 */
public record Sales(
    List<Step> steps, Won won, Won before, List<Owner> owners, List<Board.Lost> lost) {

  /**
   * @param id 0 for nobody
   * @param name null for nobody
   * @param open deals under way now
   * @param lost deals within the period
   */
  public record Owner(long id, String name, long open, Won won, long lost) {}

  /**
   * @param reached deals that came to this stage or beyond, other than by a loss
   * @param percent of those that reached the stage before; null for the first, and where none did
   */
  public record Step(long stageId, String name, long reached, Integer percent) {}

  /**
   * @param sums by currency, never added together
   */
  public record Won(long deals, SortedMap<String, BigDecimal> sums) {}
}
