package org.tulpar.bench.faults;

import java.time.Duration;
import java.util.List;

/**
 * How soon those were answered who wrote to channels that nothing happened to, in milliseconds.
 *
 * @param answers how many
 */
record Beside(int answers, long p50, long p99) {

  static final Beside NOBODY = new Beside(0, 0, 0);

  /**
   * @param taken from a message to its answer, in any order
   */
  static Beside of(List<Duration> taken) {
    var sorted = taken.stream().map(Duration::toMillis).sorted().toList();
    return sorted.isEmpty() ? NOBODY : new Beside(sorted.size(), at(sorted, 50), at(sorted, 99));
  }

  private static long at(List<Long> sorted, int percent) {
    return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }

  @Override
  public String toString() {
    return answers == 0 ? "–" : "%d / %d of %d".formatted(p50, p99, answers);
  }
}
