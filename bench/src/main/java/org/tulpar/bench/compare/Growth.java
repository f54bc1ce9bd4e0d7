package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tulpar.bench.machine.Machine;
import org.tulpar.bench.machine.Report;

/** The command: lets the data grow and shows what a message and a look at the inbox cost then. */
public final class Growth {

  private static final String HELP =
      """
      bench/growth [--most 1000000] [--port 29080]
      From 30 organizations with 10,000 messages to 1,000 with --most (5,000,000 takes half an hour and 5 GB).
      Writes its part of docs/performance.md.\
      """;

  private record Step(int organizations, long messages) {}

  private final Options options;
  private final Tulpar tulpar;
  private final Driver driver;
  private final StringBuilder table =
      new StringBuilder(
          "| organizations | messages | processor ms per message | replies/s | latest"
              + " conversations, ms | who needs a person, ms | a thread, ms |\n"
              + "|---|---|---|---|---|---|---|\n");
  private Map<String, Questions.Answer> last = Map.of();

  private Growth(Options options) {
    this.options = options;
    this.tulpar = new Tulpar(options);
    this.driver = new Driver(options.place());
  }

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    var home = Path.of("").toAbsolutePath();
    long most = 1_000_000;
    var options = Options.of(home, new String[0]);
    for (int i = 0; i + 1 < words.length; i += 2) {
      switch (words[i]) {
        case "--most" -> most = Long.parseLong(words[i + 1]);
        case "--port" -> options = Options.of(home, new String[] {words[i], words[i + 1]});
        default -> throw new IllegalArgumentException(HELP);
      }
    }
    if (words.length % 2 != 0) {
      System.err.println(HELP);
      System.exit(2);
    }
    new Growth(options).run(most);
  }

  private void run(long most) throws IOException, InterruptedException, SQLException {
    Files.createDirectories(options.place());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    tulpar.start();
    driver.run(tulpar, "warm-up", List.of("--messages", "20000"));
    var history = new History(tulpar);
    for (var step :
        List.of(
            new Step(30, 10_000),
            new Step(300, Math.max(10_000, most / 10)),
            new Step(1000, most))) {
      tulpar.organizations(step.organizations());
      history.upTo(step.messages());
      var outcome =
          driver.run(tulpar, step.messages() + " messages", List.of("--messages", "8000"));
      last = new Questions(tulpar).ask();
      row(step, outcome);
    }
    report();
  }

  private void row(Step step, org.tulpar.bench.load.Outcome outcome) {
    table.append(
        String.format(
            Locale.ROOT,
            "| %,d | %,d | %.2f | %.0f |",
            step.organizations(),
            step.messages(),
            outcome.costPerMessage(),
            outcome.figures().repliesPerSecond()));
    last.values().forEach(a -> table.append(String.format(Locale.ROOT, " %.2f |", a.millis())));
    table.append('\n');
  }

  private void report() throws IOException {
    var text = new StringBuilder();
    text.append(
        "Measured on %s with `bench/growth`: %s. Old dialogues of 100 messages each; the 8,000 that are measured go through all of it.%n%n"
            .formatted(LocalDate.now(ZoneOffset.UTC), Machine.words()));
    text.append(table)
        .append("\nThe plans at the last step, as the application's role gets them:\n");
    last.forEach(
        (name, answer) ->
            text.append("\n")
                .append(name)
                .append(":\n```\n")
                .append(answer.plan())
                .append("```\n"));
    System.out.println("\n" + text);
    new Report(options.report()).write("growth", text.toString());
  }

  private void stop() {
    try {
      tulpar.stop();
    } catch (IOException | InterruptedException e) {
      System.err.println("Something may still run: " + e.getMessage());
    }
  }
}
