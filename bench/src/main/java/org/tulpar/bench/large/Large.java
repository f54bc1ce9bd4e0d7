package org.tulpar.bench.large;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.bench.machine.Installation;
import org.tulpar.bench.machine.Report;
import org.tulpar.bench.machine.Words;

/**
 * The command: one large organization, what its pages cost and how their statements are planned.
 */
public final class Large {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Options options;
  private final Installation installation;

  private Large(Options options) {
    this.options = options;
    this.installation = options.installation();
  }

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    Words.run(words, Options.HELP, Options::of, options -> new Large(options).run());
  }

  /**
   * True when conversations open fast enough, no large table is read from end to end, and whoever
   * types is not disturbed.
   */
  private boolean run() throws IOException, InterruptedException, SQLException {
    Files.createDirectories(installation.state());
    installation.launch("--detach");
    try {
      System.out.println("Writing " + options.size().words());
      var password = new Seed(installation, options.size()).write();
      System.out.printf("%s  sign in as %s with %s%n", installation.url(), Seed.LOGIN, password);
      return measure(password);
    } finally {
      if (!options.keep()) {
        installation.launch("stop");
      }
    }
  }

  private boolean measure(String password) throws IOException, InterruptedException, SQLException {
    var visitor = new Visitor(installation.url());
    visitor.signIn(Seed.LOGIN, password);
    var pages = new Pages(installation);
    var timings = new Timings(visitor, options.times());
    var timed = new ArrayList<Timed>();
    for (var page : pages.all()) {
      timed.add(timings.page(page));
      System.out.println("  " + Table.row(timed.getLast()));
    }
    // What people do all day is asked of a server that has worked: a fresh one compiles for
    // minutes.
    timed.addFirst(timings.opening(pages.conversations(timings.needed())));
    System.out.println("  " + Table.row(timed.getFirst()));
    var explained = explain(visitor, timings, pages);
    System.out.println("Typing, beside a burst of messages");
    var typed = new Typing(installation).measure(password);
    var text = new Table(options, timed, explained, typed).markdown();
    System.out.println("\n" + text);
    if (options.report() != null) {
      new Report(options.report()).write("large", text);
    }
    return timed.getFirst().p95() <= Timed.SLOWEST_OPENING
        && explained.stream().allMatch(page -> page.scanned().isEmpty())
        && typed.stream().allMatch(Typed::undisturbed);
  }

  private List<Explained> explain(Visitor visitor, Timings timings, Pages pages)
      throws IOException, InterruptedException, SQLException {
    var list = "/inbox?tab=ALL";
    var all = new ArrayList<Explained>();
    try (var plans = Plans.open(installation);
        var book = new PlanBook(options.explain())) {
      var page = comesBack(visitor, list);
      var mark = plans.mark();
      timings.open(list, page, pages.conversations(1).getFirst());
      all.add(
          book.keep("open a conversation (a click on its row)", plans.since(mark), plans.large()));
      for (var path : pages.all()) {
        mark = plans.mark();
        visitor.page(path);
        all.add(book.keep(path, plans.since(mark), plans.large()));
      }
    }
    comesBack(visitor, list);
    return all;
  }

  /**
   * The first answer of a server whose connections to the database were ended: it finds out by
   * using them, and each may cost a failure or two.
   */
  private static Visitor.Answer comesBack(Visitor visitor, String page) {
    return await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> visitor.page(page), answer -> true);
  }
}
