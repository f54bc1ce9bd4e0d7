package org.tulpar.bench.load;

/**
 * Latencies in milliseconds.
 *
 * @param curve the latency at each of {@link #RANKS}
 */
public record Distribution(int n, double p50, double p99, double p999, double max, double[] curve) {

  /** Per cent of the messages that were at least as fast. */
  public static final double[] RANKS = {
    0, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 96, 97, 98, 99, 99.5, 99.9, 100
  };
}
