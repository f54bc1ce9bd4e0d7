package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.bench.machine.Machine;
import org.tulpar.bench.machine.Report;

/** The command: measures both in turns, prints the table, writes it down. */
public final class Compare {

  private static final String OURS = "#0a7d5a";
  private static final String THEIRS = "#b5562a";

  private final Options options;
  private final Path log;
  private final Driver driver;

  private Compare(Options options) {
    this.options = options;
    this.log = options.place().resolve("compare.log");
    this.driver = new Driver(options.place());
  }

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    Options options;
    try {
      options = Options.of(Path.of("").toAbsolutePath(), words);
    } catch (IllegalArgumentException e) {
      System.err.println(Options.HELP);
      System.exit(2);
      return;
    }
    try {
      new Compare(options).run();
    } catch (IOException e) {
      System.err.println("bench/compare: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    Files.createDirectories(options.place());
    Preparation.programs(log);
    var place = Preparation.open();
    var tulpar = new Tulpar(options);
    Peer[] peer = new Peer[1];
    Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(tulpar, peer[0], place)));
    System.out.println("Starting Tulpar");
    tulpar.start();
    peer[0] =
        new Peer(
            options, Preparation.postgres(tulpar.programs(), place, log), place.resolve("run"));
    peer[0].prepare(options.home().resolve("bench/peer"));
    measure(tulpar, peer[0]);
  }

  private void measure(Tulpar tulpar, Peer peer)
      throws IOException, InterruptedException, SQLException {
    var rounds = new Rounds(options, driver);
    rounds.warmUp(tulpar, options.warmup());
    rounds.warmUpSteadily(tulpar);
    var theirs = new ArrayList<Round>();
    var ours = new ArrayList<Round>();
    for (int pair = 1; pair <= options.pairs(); pair++) {
      System.out.printf("Pair %d of %d%n", pair, options.pairs());
      tulpar.pause();
      try {
        theirs.add(rounds.of(peer));
      } finally {
        tulpar.resume();
      }
      rounds.warmUp(tulpar, 1000);
      ours.add(rounds.of(tulpar));
    }
    var struck = new Struck(new ArrayList<>(), new ArrayList<>());
    if (!ours.isEmpty()) {
      report(theirs, ours, struck);
    }
    // At the end: a server that was started again is cold.
    for (int kill = 1; kill <= options.kills(); kill++) {
      strike(rounds, tulpar, peer, struck);
    }
    if (options.kills() > 0) {
      report(theirs, ours, struck);
    }
    if (!ours.stream().allMatch(Round::isClean) || !struck.isClean()) {
      throw new IOException("Tulpar lost, refused, doubled or turned round something: see above");
    }
  }

  private static void strike(Rounds rounds, Tulpar tulpar, Peer peer, Struck struck)
      throws IOException, InterruptedException {
    tulpar.pause();
    try {
      struck.peer().add(rounds.struck(peer));
    } finally {
      tulpar.resume();
    }
    struck.tulpar().add(rounds.struck(tulpar));
  }

  private void report(List<Round> theirs, List<Round> ours, Struck struck) throws IOException {
    var table = new Table(theirs, ours, struck, driver::disturbed).markdown();
    System.out.println("\n" + table);
    if (options.report() == null || ours.isEmpty()) {
      return;
    }
    var picture = options.report().resolveSibling("performance-latency.svg");
    Files.writeString(picture, curves(theirs.getLast(), ours.getLast()));
    new Report(options.report())
        .write(
            "compare",
            """
            Measured on %s with `bench/compare`: %s. %d pair(s) in turns, medians; burst of %,d messages over 32 connections,
            170 messages a second for %d s, %d organizations, %,d customers. The machine at its best in this run: %s. Ratio = Tulpar ÷ peer.

            %s
            ![Latencies at 170 messages a second](%s)
            """
                .formatted(
                    LocalDate.now(ZoneOffset.UTC),
                    Machine.words(),
                    options.pairs(),
                    options.burst(),
                    options.seconds(),
                    Options.TENANTS,
                    Options.CONVERSATIONS,
                    driver.best().words(),
                    table,
                    picture.getFileName()));
    System.out.println("Written to " + options.home().relativize(options.report()));
  }

  private static String curves(Round theirs, Round ours) {
    return new Curves("Latency at 170 messages a second, by share of the messages")
        .add("Tulpar, acknowledged", OURS, "4 3", ours.durable().figures().ack())
        .add("Tulpar, replied", OURS, "", ours.steady().figures().endToEnd())
        .add("peer, acknowledged (always)", THEIRS, "4 3", theirs.durable().figures().ack())
        .add("peer, replied (everysec)", THEIRS, "", theirs.steady().figures().endToEnd())
        .svg();
  }

  /** Nothing stays behind, however the comparison ends. */
  private void clean(Tulpar tulpar, Peer peer, Path place) {
    try {
      if (peer != null) {
        peer.stop();
      }
      tulpar.stop();
      Preparation.remove(place, log);
    } catch (IOException | InterruptedException e) {
      System.err.println("Something may still run: " + e.getMessage());
    }
  }
}
