package org.tulpar.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How far an organization's days are counted.
 *
 * @param zone by whose clock
 * @param day the last one that is counted, or null before the first
 * @param at when, or null before the first
 */
record CountedTo(String zone, LocalDate day, Instant at) {

  /** The longest period that is shown, and the one before it. */
  static final int DAYS = 180;

  /** Messages that came late belong to days before. */
  private static final int AGAIN = 6;

  /** Today is counted anew at most so often. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  boolean isBy(ZoneId now) {
    return zone.equals(now.getId());
  }

  /** The first day to count, or null when everything is fresh. */
  LocalDate next(LocalDate today, ZoneId now, Instant moment) {
    var first = today.minusDays(DAYS - 1L);
    if (day == null || !isBy(now)) {
      return first;
    }
    if (day.isBefore(today)) {
      var again = day.minusDays(AGAIN);
      return again.isBefore(first) ? first : again;
    }
    return at.plus(FRESH).isAfter(moment) ? null : today;
  }
}
