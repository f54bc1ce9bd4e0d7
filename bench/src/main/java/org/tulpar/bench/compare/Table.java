package org.tulpar.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import org.tulpar.bench.load.Outcome;
import org.tulpar.bench.load.Recovery;

/** The figures side by side: medians of the rounds, the ratio, and what is to be reached. */
final class Table {

  private final List<Round> peer;
  private final List<Round> tulpar;
  private final Struck struck;
  private final Predicate<Outcome> disturbed;
  private final StringBuilder text = new StringBuilder();

  Table(List<Round> peer, List<Round> tulpar, Struck struck, Predicate<Outcome> disturbed) {
    this.peer = peer;
    this.tulpar = tulpar;
    this.struck = struck;
    this.disturbed = disturbed;
  }

  String markdown() {
    text.append("| what | peer | Tulpar | ratio | floor | goal |\n|---|---|---|---|---|---|\n");
    if (!tulpar.isEmpty()) {
      figures();
      counts();
    }
    if (!struck.isEmpty()) {
      recoveries();
    }
    return text.toString();
  }

  private void figures() {
    row(
        "acknowledgements/s, ack path alone, peer durable (`always`)",
        0,
        "1.0×",
        "1.6×",
        round -> round.ack().figures().acksPerSecond());
    row(
        "ack p50 at 170/s, ms, peer `always`",
        2,
        "3 ms",
        "2 ms",
        round -> round.durable().figures().ack().p50());
    row(
        "ack p99 at 170/s, ms, peer `always`",
        2,
        "1.5×",
        "1.0×, 5 ms",
        round -> round.durable().figures().ack().p99());
    row(
        "replies/s of a burst until drained, peer `everysec`",
        0,
        "1.0×",
        "2.0×",
        round -> round.burst().figures().repliesPerSecond());
    row(
        "processor ms per message in the burst",
        2,
        "",
        "",
        round -> round.burst().costPerMessage());
    row(
        "end to end p50 at 170/s, ms, peer `everysec`",
        1,
        "",
        "",
        round -> round.steady().figures().endToEnd().p50());
    row(
        "end to end p99 at 170/s, ms, peer `everysec`",
        1,
        "4×",
        "2×",
        round -> round.steady().figures().endToEnd().p99());
    row("memory at 170/s, Σ PSS in MiB", 0, "4×", "3×", round -> round.steady().systemMemory());
  }

  /** What should be none. */
  private void counts() {
    count("lost, in all runs", round -> round.sum(Outcome::lost));
    count("refused, in all runs", round -> round.sum(Outcome::refused));
    count("replies to nobody's message, in all runs", round -> round.sum(Outcome::strange));
    count(
        "out of order in burst and steady load",
        round -> round.burst().disordered() + round.steady().disordered());
    count(
        "doubled when 400 of 2,000 webhooks arrive twice at once",
        round -> round.redelivered().doubled());
    count(
        "runs that others disturbed, three times in turn",
        round -> round.runs().filter(disturbed).count());
  }

  /** The peer's server stays, its workers die: it looks by and by for what they had. */
  private void recoveries() {
    line(
        "reply to who wrote after kill -9 of the node, of all workers, s",
        1,
        "30 s",
        "10 s",
        median(struck.peer().stream().mapToDouble(run -> run.recovery().first())),
        median(struck.tulpar().stream().mapToDouble(run -> run.recovery().first())));
    line(
        "reply to the last who waited at kill -9 (%s of them), s".formatted(struck.waiting()),
        1,
        "30 s",
        "10 s",
        median(struck.peer().stream().mapToDouble(run -> run.recovery().last())),
        median(struck.tulpar().stream().mapToDouble(run -> run.recovery().last())));
    sum(
        "lost after kill -9",
        Struck.sum(struck.peer(), Outcome::lost),
        Struck.sum(struck.tulpar(), Outcome::lost));
    sum(
        "doubled after kill -9",
        Struck.sum(struck.peer(), Outcome::doubled),
        Struck.sum(struck.tulpar(), Outcome::doubled));
  }

  private void row(
      String what, int digits, String floor, String goal, ToDoubleFunction<Round> figure) {
    line(
        what,
        digits,
        floor,
        goal,
        median(peer.stream().mapToDouble(figure)),
        median(tulpar.stream().mapToDouble(figure)));
  }

  private void line(
      String what, int digits, String floor, String goal, double theirs, double ours) {
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %.2f× | %s | %s |%n",
            what,
            number(theirs, digits),
            number(ours, digits),
            ours / theirs,
            floor,
            goal));
  }

  private void count(String what, ToLongFunction<Round> figure) {
    sum(what, peer.stream().mapToLong(figure).sum(), tulpar.stream().mapToLong(figure).sum());
  }

  private void sum(String what, long theirs, long ours) {
    text.append("| %s | %d | %d | | 0 | 0 |%n".formatted(what, theirs, ours));
  }

  private static double median(DoubleStream figures) {
    var sorted = figures.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String number(double value, int digits) {
    return value == Recovery.NEVER
        ? "never"
        : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
