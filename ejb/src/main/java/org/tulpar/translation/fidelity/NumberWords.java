package org.tulpar.translation.fidelity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tulpar.translation.fidelity.Finding.Kind;
import org.tulpar.translation.fidelity.Reading.Amount;

/**
 * Numbers in words: they may stand for a figure of the other side, and nothing is asked of them.
 */
final class NumberWords {

  private record Said(int value, int from, int to) {}

  private record Spelled(int value, Pattern pattern) {}

  private final List<Spelled> words;

  NumberWords(Lexicon lexicon) {
    words =
        lexicon.numbers().entrySet().stream()
            .map(
                word ->
                    new Spelled(word.getKey(), Regex.of(Regex.BEGIN + word.getValue() + Regex.END)))
            .toList();
  }

  List<Fact> read(String text) {
    var scan = new Scan(text);
    var found = new ArrayList<Said>();
    for (var word : words) {
      scan.each(
          word.pattern(),
          match -> {
            found.add(new Said(word.value(), match.start(), match.end()));
            return List.of(fact(scan, word.value(), match.start(), match.end()));
          });
    }
    var facts = new ArrayList<>(scan.facts());
    for (var tens : found) {
      found.stream()
          .filter(unit -> together(tens, unit))
          .forEach(
              unit -> facts.add(fact(scan, tens.value() + unit.value(), unit.from(), unit.to())));
    }
    return facts;
  }

  /** Twenty five, twenty-five, fünf und zwanzig. */
  private static boolean together(Said tens, Said unit) {
    return tens.value() >= 20
        && tens.value() < 100
        && unit.value() < 10
        && (unit.from() > tens.to() && unit.from() - tens.to() <= 5
            || tens.from() > unit.to() && tens.from() - unit.to() <= 5);
  }

  private static Fact fact(Scan scan, int value, int from, int to) {
    var amount = new Amount(Numbers.plain(BigDecimal.valueOf(value)));
    return scan.fact(Kind.NUMBER, from, to, Set.of(amount), false);
  }
}
