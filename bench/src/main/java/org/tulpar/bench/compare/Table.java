package org.tulpar.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tulpar.bench.load.Outcome;

/** The figures side by side: medians of the rounds, the ratio, and what is to be reached. */
final class Table {

  private final List<Round> peer;
  private final List<Round> tulpar;
  private final StringBuilder text = new StringBuilder();

  Table(List<Round> peer, List<Round> tulpar) {
    this.peer = peer;
    this.tulpar = tulpar;
  }

  String markdown() {
    text.append("| what | peer | Tulpar | ratio | floor | goal |\n|---|---|---|---|---|---|\n");
    figures();
    counts();
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
        round -> round.runs().filter(Driver::disturbed).count());
  }

  private void row(
      String what, int digits, String floor, String goal, ToDoubleFunction<Round> figure) {
    var theirs = median(peer, figure);
    var ours = median(tulpar, figure);
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

  private void count(String what, ToDoubleFunction<Round> figure) {
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %.0f | %.0f | | 0 | 0 |%n",
            what,
            peer.stream().mapToDouble(figure).sum(),
            tulpar.stream().mapToDouble(figure).sum()));
  }

  static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
