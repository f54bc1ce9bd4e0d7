package org.tulpar.translation.fidelity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.translation.fidelity.Reading.Day;
import org.tulpar.translation.fidelity.Reading.Month;

/** What one text says that must survive. */
final class Facts {

  private final List<Fact> all;
  private final Set<Integer> months;
  private final Set<Integer> years;

  private Facts(List<Fact> all) {
    this.all = all;
    months = readings().map(Facts::month).filter(Objects::nonNull).collect(Collectors.toSet());
    years =
        readings()
            .filter(Day.class::isInstance)
            .map(day -> ((Day) day).year())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  /**
   * @param language ISO 639-1, or null when nobody knows
   */
  static Facts of(String text, String language) {
    return new Facts(Grammar.of(language).facts(text));
  }

  private static Integer month(Reading reading) {
    return switch (reading) {
      case Day day -> day.month();
      case Month month -> month.month();
      default -> null;
    };
  }

  private Stream<Reading> readings() {
    return all.stream().flatMap(fact -> fact.readings().stream());
  }

  List<Fact> all() {
    return all;
  }

  /** Whether any date of the text lies in this month. */
  boolean mentionsMonth(int month) {
    return months.contains(month);
  }

  /** Whether any date of the text names this year. */
  boolean dates(int year) {
    return years.contains(year);
  }

  /** Whether the text names this year anywhere. */
  boolean mentionsYear(int year) {
    var number = new Reading.Amount(Numbers.plain(BigDecimal.valueOf(year)));
    return dates(year) || readings().anyMatch(number::equals);
  }
}
