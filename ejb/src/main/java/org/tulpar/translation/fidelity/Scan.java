package org.tulpar.translation.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text that is read piece by piece: what was understood is covered and not read again. */
final class Scan {

  private static final char COVER = '\ufffc';

  private final Plain plain;
  private final StringBuilder open;
  private final List<Fact> facts = new ArrayList<>();

  Scan(String text) {
    plain = Plain.of(text);
    open = new StringBuilder(plain.text());
  }

  /**
   * Takes what fits.
   *
   * @param reader what a match means; nothing: it is left for others
   */
  void take(Pattern pattern, Finding.Kind kind, Function<MatchResult, Set<Reading>> reader) {
    each(
        pattern,
        match -> {
          var readings = reader.apply(match);
          return readings.isEmpty()
              ? List.of()
              : List.of(fact(kind, match.start(), match.end(), readings, true));
        });
  }

  /** Takes what fits and means several facts, none: left for others. */
  void each(Pattern pattern, Function<MatchResult, List<Fact>> reader) {
    var matcher = pattern.matcher(open.toString());
    while (matcher.find()) {
      var found = reader.apply(matcher);
      if (!found.isEmpty()) {
        facts.addAll(found);
        cover(matcher.start(), matcher.end());
      }
    }
  }

  Fact fact(Finding.Kind kind, int from, int to, Set<Reading> readings, boolean required) {
    return new Fact(kind, plain.written(from, to), plain.origin(from), readings, required);
  }

  private void cover(int from, int to) {
    for (int i = from; i < to; i++) {
      open.setCharAt(i, COVER);
    }
  }

  List<Fact> facts() {
    return facts;
  }
}
