package org.tulpar.bench.large;

import java.nio.file.Path;
import java.util.Map;
import org.tulpar.bench.machine.Installation;
import org.tulpar.bench.machine.Words;

/**
 * What is asked for on the command line.
 *
 * @param times how often each page is timed
 * @param part one such part of the rows
 * @param explain a file for the statements of each page with their plans, or null
 */
record Options(int port, Path state, int times, int part, boolean keep, Path report, Path explain) {

  static final String HELP =
      """
      bench/large [--port 27080] [--state bench/target/large] [--times 40] [--part 1] [--keep]
                  [--no-report] [--plans file]
      Writes an organization of 10,000 clients, 10,000 conversations and 500,000 messages into an installation of its own
      (or a running one: --port and --state), prints its administrator's login, times every page and explains its statements.
      --part 10: a tenth of the rows. --keep leaves the installation up. --plans: the statements of each page, into a file.
      Ends with 1 when a statement reads a large table from end to end, when one of twenty conversations takes longer to open than 300 ms,
      and when a letter that was typed or a message that was sent is on the screen later than a second after it, or not at all.""";

  static Options of(String[] words) {
    var usual =
        new Options(
            27_080,
            Path.of("bench/target/large"),
            40,
            1,
            false,
            Path.of("docs/performance.md"),
            null);
    return Words.read(
        words,
        usual,
        Map.of("--keep", Options::keeping, "--no-report", options -> options.reporting(null)),
        Options::with);
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--port" -> new Options(number(value), state, times, part, keep, report, explain);
      case "--state" -> new Options(port, Path.of(value), times, part, keep, report, explain);
      case "--times" -> new Options(port, state, number(value), part, keep, report, explain);
      case "--part" -> new Options(port, state, times, number(value), keep, report, explain);
      case "--report" -> reporting(Path.of(value));
      case "--plans" -> new Options(port, state, times, part, keep, report, Path.of(value));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Options keeping() {
    return new Options(port, state, times, part, true, report, explain);
  }

  private Options reporting(Path file) {
    return new Options(port, state, times, part, keep, file, explain);
  }

  private static int number(String value) {
    return Integer.parseInt(value);
  }

  Size size() {
    return Size.LARGE.dividedBy(part);
  }

  /** Nothing leaves the machine: the organization's channels lead nowhere. */
  Installation installation() {
    var home = Path.of("").toAbsolutePath();
    return new Installation(
        home,
        port,
        home.resolve(state),
        Map.of("TULPAR_DEMO", "false", "TULPAR_SIMULATOR", "false"),
        home.resolve("bench/target/large.log"));
  }
}
