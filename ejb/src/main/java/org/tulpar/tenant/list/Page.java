package org.tulpar.tenant.list;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list that goes on in both directions.
 *
 * @param before where the page before ends, or null when there is none
 * @param after where the next page begins, or null when there is none
 */
public record Page<T>(List<T> rows, String before, String after) {

  /** Rows of a page. */
  public static final int SIZE = 50;

  /** Counts stop here: a person reads "many", and the database need not count on. */
  public static final int MANY = 10_000;

  /**
   * Cuts a page out of what was found: a row more than a page tells that there are more.
   *
   * @param back whether the rows come in reverse, towards the beginning of the list
   * @param begins whether nothing was left out before them
   */
  public static <T> Page<T> of(
      List<T> found, boolean back, boolean begins, Function<T, String> position) {
    var more = found.size() > SIZE;
    var cut = more ? found.subList(0, SIZE) : found;
    var shown = List.copyOf(back ? cut.reversed() : cut);
    if (shown.isEmpty()) {
      return new Page<>(shown, null, null);
    }
    return new Page<>(
        shown,
        (back ? more : !begins) ? position.apply(shown.getFirst()) : null,
        (back || more) ? position.apply(shown.getLast()) : null);
  }
}
