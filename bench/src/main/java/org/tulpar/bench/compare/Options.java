package org.tulpar.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tulpar.bench.machine.Words;

/**
 * How much is measured.
 *
 * @param pairs rounds of peer and Tulpar
 * @param kills times that each is killed after the rounds
 * @param burst messages of a burst
 * @param seconds of the steady load, without its warm-up
 * @param warmup messages before anything counts
 */
record Options(
    int port,
    Path home,
    int pairs,
    int kills,
    int burst,
    int seconds,
    int warmup,
    boolean keep,
    Path report) {

  static final int TENANTS = 30;
  static final int CONVERSATIONS = 3000;
  static final int RATE = 170;
  static final int WARMUP_SECONDS = 30;
  static final int LONG_WARMUP_SECONDS = 180;

  static final String HELP =
      """
      bench/compare [--quick] [--pairs 3] [--kills 3] [--burst 20000] [--port 29080] [--report docs/performance.md]
                    [--no-report] [--keep]
      Measures Tulpar and the peer in turns on this machine, loopback only.
      --quick: one pair, shorter; about eight minutes. --pairs 0: the kills alone, not written down. --keep leaves the installation for the next time.
      Needs node with npm, psql and Redis' programs (installed when this is root on a Debian).\
      """;

  static Options of(Path home, String[] words) {
    var quick = List.of(words).contains("--quick");
    var report = home.resolve("docs/performance.md");
    var usual =
        quick
            ? new Options(29_080, home, 1, 1, 8_000, 20, 8_000, false, report)
            : new Options(29_080, home, 3, 3, 20_000, 40, 40_000, false, report);
    return Words.read(
        words,
        usual,
        Map.of(
            "--quick",
            UnaryOperator.identity(),
            "--keep",
            Options::keeping,
            "--no-report",
            options -> options.reporting(null)),
        Options::with);
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--pairs" ->
          new Options(port, home, number(value), kills, burst, seconds, warmup, keep, report);
      case "--kills" ->
          new Options(port, home, pairs, number(value), burst, seconds, warmup, keep, report);
      case "--burst" ->
          new Options(port, home, pairs, kills, number(value), seconds, warmup, keep, report);
      case "--port" ->
          new Options(number(value), home, pairs, kills, burst, seconds, warmup, keep, report);
      case "--report" -> reporting(Path.of(value).toAbsolutePath());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Options keeping() {
    return new Options(port, home, pairs, kills, burst, seconds, warmup, true, report);
  }

  private Options reporting(Path file) {
    return new Options(port, home, pairs, kills, burst, seconds, warmup, keep, file);
  }

  private static int number(String value) {
    return Integer.parseInt(value);
  }

  /** Where everything of a comparison lies. */
  Path place() {
    return home.resolve("bench/target/compare");
  }
}
