package org.tulpar.translation.fidelity;

import java.math.BigDecimal;
import org.tulpar.translation.fidelity.Reading.Amount;
import org.tulpar.translation.fidelity.Reading.Day;
import org.tulpar.translation.fidelity.Reading.Hour;

/** Whether a fact of one text and a fact of the other can be the same. */
record Agreement(Facts source, Facts target) {

  boolean between(Fact s, Fact t) {
    return s.readings().stream()
        .anyMatch(a -> t.readings().stream().anyMatch(b -> same(a, source, b, target)));
  }

  private static boolean same(Reading a, Facts ofA, Reading b, Facts ofB) {
    return switch (a) {
      case Day x when b instanceof Day y -> sameDay(x, ofA, y, ofB);
      case Day x when b instanceof Amount y -> dayNumber(x, y, ofB);
      case Amount x when b instanceof Day y -> dayNumber(y, x, ofA);
      case Hour x when b instanceof Amount y -> fullHour(x, y);
      case Amount x when b instanceof Hour y -> fullHour(y, x);
      default -> a.equals(b);
    };
  }

  /** A year may be said once for several days. */
  private static boolean sameDay(Day a, Facts ofA, Day b, Facts ofB) {
    if (a.day() != b.day() || a.month() != b.month()) {
      return false;
    }
    if (a.year() == null || b.year() == null) {
      return (a.year() == null || ofB.mentionsYear(a.year()))
          && (b.year() == null || ofA.mentionsYear(b.year()));
    }
    return a.year().equals(b.year());
  }

  /** The month stands with another day of the same text. */
  private static boolean dayNumber(Day day, Amount number, Facts ofNumber) {
    return is(number, day.day())
        && ofNumber.mentionsMonth(day.month())
        && (day.year() == null || ofNumber.mentionsYear(day.year()));
  }

  private static boolean fullHour(Hour hour, Amount number) {
    return hour.minute() == 0 && is(number, hour.hour());
  }

  private static boolean is(Amount number, int value) {
    return number.value().compareTo(BigDecimal.valueOf(value)) == 0;
  }
}
