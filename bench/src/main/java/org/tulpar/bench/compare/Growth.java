package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tulpar.bench.load.Outcome;
import org.tulpar.bench.machine.Machine;
import org.tulpar.bench.machine.Report;

/** The command: lets the data grow and shows what a message and a look at the inbox cost then. */
public final class Growth {

  private static final String HELP =
      """
      bench/growth [--most 5000000] [--port 29080]
      From one organization with 10,000 messages to 1,000 with --most (5,000,000 take ten minutes and 9 GB), and the
      ledger with them. Writes its part of docs/performance.md; ends with 1 when something costs more than a tenth more.\
      """;

  private static final long FIRST = 10_000;
  private static final int RUNS = 3;
  private static final double FLAT = 1.1;

  private record Step(int organizations, long messages) {}

  /**
   * What a step came to.
   *
   * @param cost processor ms for a message, the median of the runs
   */
  private record Seen(
      Step step, double cost, double replies, Map<String, Questions.Answer> answers) {}

  private final Options options;
  private final Tulpar tulpar;
  private final Driver driver;
  private final List<Seen> seen = new ArrayList<>();

  private Growth(Options options) {
    this.options = options;
    this.tulpar = new Tulpar(options);
    this.driver = new Driver(options.place());
  }

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    var home = Path.of("").toAbsolutePath();
    long most = 5_000_000;
    var options = Options.of(home, new String[0]);
    if (words.length % 2 != 0) {
      System.err.println(HELP);
      System.exit(2);
    }
    for (int i = 0; i < words.length; i += 2) {
      switch (words[i]) {
        case "--most" -> most = Long.parseLong(words[i + 1]);
        case "--port" -> options = Options.of(home, new String[] {words[i], words[i + 1]});
        default -> {
          System.err.println(HELP);
          System.exit(2);
        }
      }
    }
    if (!new Growth(options).run(most)) {
      System.err.println("bench/growth: something does not stay flat, see the table");
      System.exit(1);
    }
  }

  private boolean run(long most) throws IOException, InterruptedException, SQLException {
    Files.createDirectories(options.place());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    tulpar.start();
    driver.run(tulpar, "warm-up", List.of("--messages", "40000"));
    var history = new History(tulpar);
    for (var step :
        List.of(
            new Step(1, FIRST),
            new Step(Options.TENANTS, Math.max(2 * FIRST, most / 50)),
            new Step(300, Math.max(3 * FIRST, most / 10)),
            new Step(1000, Math.max(4 * FIRST, most)))) {
      tulpar.organizations(step.organizations());
      history.upTo(step.messages());
      seen.add(look(step));
    }
    report();
    return flat();
  }

  private Seen look(Step step) throws IOException, InterruptedException, SQLException {
    var runs = new ArrayList<Outcome>();
    for (var run = 0; run < RUNS; run++) {
      var label =
          "%,d organizations, %,d messages".formatted(step.organizations(), step.messages());
      var tenants = Integer.toString(Math.min(step.organizations(), Options.TENANTS));
      runs.add(driver.run(tulpar, label, List.of("--messages", "8000", "--tenants", tenants)));
    }
    runs.sort((one, other) -> Double.compare(one.costPerMessage(), other.costPerMessage()));
    var median = runs.get(RUNS / 2);
    return new Seen(
        step,
        median.costPerMessage(),
        median.figures().repliesPerSecond(),
        new Questions(tulpar).ask());
  }

  /** Times drift with the machine, the pages that are looked at do not. */
  private boolean flat() {
    var first = seen.getFirst();
    var last = seen.getLast();
    return last.cost() < first.cost() * FLAT
        && first.answers().keySet().stream()
            .allMatch(
                question ->
                    last.answers().get(question).pages()
                        <= first.answers().get(question).pages() * FLAT);
  }

  private void report() throws IOException {
    var text = new StringBuilder();
    text.append(
        """
        Measured on %s with `bench/growth`: %s. Old dialogues of 100 messages each, with what the gateway had sent. 8,000 messages
        go through all of it, %d times, by median, to %d organizations or to all that there are; the inbox of the first organization, which stays as
        large as it was, is asked what it asks: the best time of several, and the pages of 8 kB that were looked at. From the first line to the last a
        message's cost and the pages may grow by a tenth, else the command ends with 1.

        | organizations | messages | processor ms per message | replies/s | latest conversations, ms (pages) | who needs a person, ms (pages) | a thread, ms (pages) |
        |---|---|---|---|---|---|---|
        """
            .formatted(LocalDate.now(ZoneOffset.UTC), Machine.words(), RUNS, Options.TENANTS));
    seen.forEach(one -> text.append(row(one)).append('\n'));
    text.append("\nThe plans at the last step, as the application's role gets them:\n");
    seen.getLast()
        .answers()
        .forEach(
            (name, answer) -> text.append("\n%s:\n```\n%s```\n".formatted(name, answer.plan())));
    System.out.println("\n" + text);
    new Report(options.report()).write("growth", text.toString());
  }

  private static String row(Seen seen) {
    var row =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "| %,d | %,d | %.2f | %.0f |",
                seen.step().organizations(),
                seen.step().messages(),
                seen.cost(),
                seen.replies()));
    seen.answers()
        .values()
        .forEach(
            answer ->
                row.append(
                    String.format(Locale.ROOT, " %.2f (%d) |", answer.millis(), answer.pages())));
    return row.toString();
  }

  private void stop() {
    try {
      tulpar.stop();
    } catch (IOException | InterruptedException e) {
      System.err.println("Something may still run: " + e.getMessage());
    }
  }
}
