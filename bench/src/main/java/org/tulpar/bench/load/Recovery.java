package org.tulpar.bench.load;

/**
 * How a system came back after its processes were killed; seconds from the strike.
 *
 * @param first the first reply to a message that was written after the strike
 * @param last the last reply to a message that was acknowledged and not answered at the strike
 * @param underWay how many those were
 */
public record Recovery(double first, double last, int underWay) {

  public static final double NEVER = Double.MAX_VALUE;

  /** Whether everything is as before. */
  boolean whole() {
    return first < NEVER && last < NEVER;
  }
}
