package org.tulpar.translation.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How one language writes facts; made once a language, because its patterns are long. */
final class Grammar {

  private static final Map<Lexicon, Grammar> KNOWN = new ConcurrentHashMap<>();

  private final Dates dates;
  private final Times times;
  private final Amounts amounts;
  private final NumberWords numbers;

  private Grammar(Lexicon words) {
    dates = new Dates(words);
    times = new Times(words);
    amounts = new Amounts(words);
    numbers = new NumberWords(words);
  }

  /**
   * @param language ISO 639-1, or null when nobody knows
   */
  static Grammar of(String language) {
    return KNOWN.computeIfAbsent(Lexicon.of(language), Grammar::new);
  }

  /** In this order: what is told apart most surely comes first. */
  List<Fact> facts(String text) {
    var scan = new Scan(text);
    Addresses.links(scan);
    Addresses.international(scan);
    dates.read(scan);
    Addresses.local(scan);
    times.read(scan);
    amounts.read(scan);
    dates.alone(scan);
    var all = new ArrayList<>(scan.facts());
    all.addAll(numbers.read(text));
    return List.copyOf(all);
  }
}
