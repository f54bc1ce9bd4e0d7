package org.tulpar.bench.large;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.tulpar.bench.machine.Machine;

/**
 * Times and plans side by side, a line for each page, in the order in which they were asked for.
 */
final class Table {

  private final Options options;
  private final List<Timed> timed;
  private final List<Explained> explained;
  private final List<Typed> typed;

  Table(Options options, List<Timed> timed, List<Explained> explained, List<Typed> typed) {
    this.options = options;
    this.timed = timed;
    this.explained = explained;
    this.typed = typed;
  }

  String markdown() throws IOException {
    var text = new StringBuilder();
    text.append(
        """
        Measured on %s with `bench/large`: %s. One organization: %s. Each page was read %d times after a warm-up,
        the opening of a conversation after all the others, to its last byte,
        one after the other, over HTTP on the same machine, by its administrator. "Rows" is the most that one step of one of its statements read.

        | page | p50, ms | p95, ms | worst, ms | kB | statements | in the database, ms | pages of 8 kB | rows |
        |---|---|---|---|---|---|---|---|---|
        """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Machine.words(),
                options.size().words(),
                options.times()));
    for (int i = 0; i < timed.size(); i++) {
      text.append(row(timed.get(i), explained.get(i)));
    }
    text.append('\n').append(verdict()).append('\n');
    text.append(
        """

        Somebody types in Chromium on the same machine, in a conversation whose client writes every two seconds. %s

        | beside it | keys | key to letter p50, ms | p95, ms | worst, ms | messages | webhook to bubble p50, ms | worst, ms |
        |---|---|---|---|---|---|---|---|
        """
            .formatted(arrived()));
    typed.forEach(one -> text.append(row(one)));
    return text.toString();
  }

  private String arrived() {
    var bad = typed.stream().filter(one -> !one.whole()).map(Typed::beside).toList();
    return bad.isEmpty()
        ? "Her text arrived whole each time."
        : "Letters of her text were lost beside this: " + String.join("; ", bad) + ".";
  }

  private static String row(Typed typed) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.0f | %d | %.0f | %.0f |%n",
        typed.beside(),
        typed.keys(),
        typed.keyP50(),
        typed.keyP95(),
        typed.keyWorst(),
        typed.bubbles(),
        typed.bubbleP50(),
        typed.bubbleWorst());
  }

  private String verdict() {
    var bad = explained.stream().filter(page -> !page.scanned().isEmpty()).toList();
    if (bad.isEmpty()) {
      return "No statement of these pages reads a table of more than 3,000 rows from end to end.";
    }
    var text = new StringBuilder("Tables that are read from end to end:\n\n");
    bad.forEach(page -> text.append("- `%s`: %s%n".formatted(path(page.what()), page.scanned())));
    return text.toString();
  }

  /** For the screen, while it is measured. */
  static String row(Timed timed) {
    return String.format(
        Locale.ROOT,
        "%6.0f %6.0f %6.0f ms %5d kB  %s",
        timed.p50(),
        timed.p95(),
        timed.worst(),
        timed.bytes() / 1024,
        path(timed.what()));
  }

  private static String row(Timed timed, Explained page) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %d | %d | %.1f | %,d | %,d |%n",
        timed.what().startsWith("/") ? "`" + path(timed.what()) + "`" : timed.what(),
        timed.p50(),
        timed.p95(),
        timed.worst(),
        timed.bytes() / 1024,
        page.statements(),
        page.millis(),
        page.blocks(),
        page.rows());
  }

  /** As a person would read it; the ids differ from run to run and say nothing. */
  private static String path(String path) {
    return URLDecoder.decode(path, StandardCharsets.UTF_8)
        .replaceAll("(/|=)\\d{6,}", "$1…")
        .replaceAll("(tag|stage)=\\d+", "$1=…")
        .replaceAll("/\\d+$", "/…");
  }
}
