package org.tulpar.analytics;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days of an organization's calendar, the first and the last included. */
public record Period(LocalDate from, LocalDate to) implements Serializable {

  /** So many days, of which the given one is the last. */
  public static Period of(int days, LocalDate last) {
    return new Period(last.minusDays(days - 1L), last);
  }

  /** Just as long, and directly before. */
  public Period before() {
    return of(days(), from.minusDays(1));
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }
}
