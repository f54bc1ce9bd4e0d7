package org.tulpar.bench.large;

import java.util.List;

/** How long the same thing took each time, in ms, and how large its answers were. */
record Timed(String what, double p50, double p95, double worst, int bytes) {

  /** In ms, the p95 up to which whoever goes from one conversation to the next is not held up. */
  static final int SLOWEST_OPENING = 300;

  static Timed of(String what, List<Visitor.Answer> answers) {
    var sorted = answers.stream().mapToDouble(Visitor.Answer::millis).sorted().toArray();
    var bytes = answers.stream().mapToInt(Visitor.Answer::bytes).max().orElse(0);
    return new Timed(what, rank(sorted, 0.50), rank(sorted, 0.95), rank(sorted, 1), bytes);
  }

  /** The least value that so many of them do not exceed. */
  static double rank(double[] sorted, double share) {
    var at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, at)];
  }
}
