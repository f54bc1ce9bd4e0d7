package org.tulpar.bench.faults;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tulpar.bench.machine.Words;

/**
 * What is asked for on the command line.
 *
 * @param port the base of the installation's ports
 * @param rate messages a second
 * @param kills how often each part is killed
 * @param stopped seconds for which the database is stopped
 * @param troubled seconds for which everything else is away
 * @param only names of faults; empty = all of them
 */
public record Options(
    int port,
    Path state,
    int rate,
    int kills,
    int stopped,
    int troubled,
    List<String> only,
    Path report) {

  /**
   * Beyond it customers would write twice in a second, which WhatsApp's stamps do not tell apart.
   */
  private static final int MOST_RATE = 60;

  private static final int COMPARED = 3;

  static final String HELP =
      """
      bench/faults [--short] [--port 28080] [--state bench/target/faults] [--rate 40] [--kills 3]
                   [--stopped 60] [--only name,name] [--report docs/reliability.md]
      Loads an installation of its own (loopback only) and breaks it on purpose.
      --short: one kill each, the database stopped for 10 s, 20 messages a second; about five minutes.
      --only rehearsal: all of it but the server's death, one after the other under one load, in three minutes; the tests
      do that too.
      Ends with 0 when nothing was lost, doubled or out of order and everything came back in time, else with 1.""";

  /** Seconds for which answers are compared that nothing should have happened to. */
  int compared() {
    return only.contains(Rehearsal.NAME) ? troubled : COMPARED * troubled;
  }

  /** What the tests have time for. */
  public static Options rehearsal() {
    return new Options(
        28_080, Path.of("bench/target/faults"), 20, 1, 4, 4, List.of(Rehearsal.NAME), null);
  }

  public static Options of(String... words) {
    var brief = Arrays.asList(words).contains("--short");
    var usual =
        new Options(
            28_080,
            Path.of("bench/target/faults"),
            brief ? 20 : 40,
            brief ? 1 : 3,
            brief ? 10 : 60,
            10,
            List.of(),
            null);
    return Words.read(words, usual, Map.of("--short", UnaryOperator.identity()), Options::with);
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--port" ->
          new Options(number(value), state, rate, kills, stopped, troubled, only, report);
      case "--state" ->
          new Options(port, Path.of(value), rate, kills, stopped, troubled, only, report);
      case "--rate" ->
          new Options(port, state, rate(value), kills, stopped, troubled, only, report);
      case "--kills" ->
          new Options(port, state, rate, number(value), stopped, troubled, only, report);
      case "--stopped" ->
          new Options(port, state, rate, kills, number(value), troubled, only, report);
      case "--only" ->
          value.equals(Rehearsal.NAME)
              ? new Options(port, state, 20, 1, 4, 4, List.of(value), report)
              : new Options(
                  port, state, rate, kills, stopped, troubled, List.of(value.split(",")), report);
      case "--report" ->
          new Options(port, state, rate, kills, stopped, troubled, only, Path.of(value));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static int rate(String value) {
    var rate = number(value);
    if (rate > MOST_RATE) {
      throw new IllegalArgumentException("--rate is at most " + MOST_RATE);
    }
    return rate;
  }

  private static int number(String value) {
    return Integer.parseInt(value);
  }
}
