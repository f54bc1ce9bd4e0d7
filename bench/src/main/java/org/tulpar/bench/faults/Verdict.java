package org.tulpar.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of the messages of one round.
 *
 * @param refused webhooks that a gateway would never repeat, answered 4xx, or gave up on
 * @param lost accepted, and neither answered nor shown to a person
 * @param shown accepted, not answered, and shown to a person as unknown or failed
 * @param stored rows of the customers' messages beyond one each, or missing
 * @param turned answers out of order; -1 when the customers' webhooks were shuffled
 * @param misplaced customers' messages that stand in their thread behind a later one, whatever the
 *     order of their webhooks
 * @param recoveries of each strike
 * @param beside what it did to channels that it does not concern
 */
public record Verdict(
    String words,
    int strikes,
    int accepted,
    int refused,
    long lost,
    long shown,
    long stored,
    int doubled,
    int turned,
    int misplaced,
    List<Recovery> recoveries,
    Beside beside,
    Map<String, LongAdder> answers) {

  static final String HEAD =
      """
      | fault | strikes | accepted | refused for good | lost | shown to a person | stored wrongly | answered twice | answers out of order | thread out of order | recovery, s | other channels' answers, p50 / p99, ms | answers to webhooks |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|""";

  public boolean good() {
    return refused == 0
        && lost == 0
        && stored == 0
        && doubled == 0
        && turned <= 0
        && misplaced == 0
        && recoveries.stream().allMatch(Recovery::inTime);
  }

  private Duration longest() {
    return recoveries.stream().map(Recovery::taken).max(Duration::compareTo).orElseThrow();
  }

  /** The row, and what took how long. */
  @Override
  public String toString() {
    return row() + " " + recoveries;
  }

  public String row() {
    return "| %s | %d | %d | %d | %d | %d | %d | %d | %s | %d | %.1f | %s | %s |"
        .formatted(
            words,
            strikes,
            accepted,
            refused,
            lost,
            shown,
            stored,
            doubled,
            turned < 0 ? "shuffled" : turned,
            misplaced,
            longest().toMillis() / 1000.0,
            beside,
            String.join(
                ", ",
                answers.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .sorted()
                    .toList()));
  }
}
