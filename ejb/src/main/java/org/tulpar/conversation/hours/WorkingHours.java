package org.tulpar.conversation.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When people answer, in the organization's time zone: as the week says, but for special days.
 * Without any hours of the week it is open whenever it is no special day.
 *
 * @param special by their first day
 */
public record WorkingHours(
    Map<DayOfWeek, Hours> week, NavigableMap<LocalDate, SpecialDays> special) {

  private static final int LONGEST_LOOK = 400; // days

  /** Opening inclusive, closing exclusive; {@link #END_OF_DAY} is the midnight that follows. */
  public record Hours(LocalTime opens, LocalTime closes) {

    /**
     * The last moment the database can name before midnight. Its own 24:00 is none that a LocalTime
     * can be: the driver refuses it as soon as it reads a statement in binary.
     */
    public static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

    private Instant closesOn(LocalDate day, ZoneId zone) {
      return closes.equals(END_OF_DAY)
          ? day.plusDays(1).atStartOfDay(zone).toInstant()
          : day.atTime(closes).atZone(zone).toInstant();
    }
  }

  private record Span(Instant opens, Instant closes) {}

  public WorkingHours(Map<DayOfWeek, Hours> week) {
    this(week, new TreeMap<>());
  }

  /**
   * @param special no two of them speak of one day
   */
  public static WorkingHours of(Map<DayOfWeek, Hours> week, List<SpecialDays> special) {
    var byDay = new TreeMap<LocalDate, SpecialDays>();
    special.forEach(days -> byDay.put(days.first(), days));
    return new WorkingHours(week, byDay);
  }

  public boolean openAt(ZonedDateTime moment) {
    var at = moment.toInstant();
    return open(moment.toLocalDate(), moment.getZone())
        .filter(span -> !at.isBefore(span.opens()) && at.isBefore(span.closes()))
        .isPresent();
  }

  /** The moment when so much working time will have passed. */
  public Instant after(Instant from, Duration time, ZoneId zone) {
    if (isAlways()) {
      return from.plus(time);
    }
    var left = time;
    var day = from.atZone(zone).toLocalDate();
    for (int i = 0; i < LONGEST_LOOK; i++, day = day.plusDays(1)) {
      var span = open(day, zone);
      if (span.isEmpty()) {
        continue;
      }
      var begins = later(from, span.get().opens());
      var open = Duration.between(begins, span.get().closes());
      if (left.compareTo(open) <= 0 && !open.isNegative()) {
        return begins.plus(left);
      }
      left = open.isNegative() ? left : left.minus(open);
    }
    return from.plus(time);
  }

  /** The last moment from which so much working time has passed; {@link #after} read backwards. */
  public Instant before(Instant to, Duration time, ZoneId zone) {
    if (isAlways()) {
      return to.minus(time);
    }
    var left = time;
    var day = to.atZone(zone).toLocalDate();
    for (int i = 0; i < LONGEST_LOOK; i++, day = day.minusDays(1)) {
      var span = open(day, zone);
      if (span.isEmpty() || span.get().opens().isAfter(to)) {
        continue;
      }
      var ends = earlier(to, span.get().closes());
      var open = Duration.between(span.get().opens(), ends);
      if (left.compareTo(open) <= 0) {
        return ends.minus(left);
      }
      left = left.minus(open);
    }
    return to.minus(time);
  }

  /** How much working time lies between two moments; none when the second is not later. */
  public Duration between(Instant from, Instant to, ZoneId zone) {
    if (!to.isAfter(from)) {
      return Duration.ZERO;
    }
    if (isAlways()) {
      return Duration.between(from, to);
    }
    var open = Duration.ZERO;
    var last = to.atZone(zone).toLocalDate();
    for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      open = open.plus(open(day, zone).map(span -> common(span, from, to)).orElse(Duration.ZERO));
    }
    return open;
  }

  private boolean isAlways() {
    return week.isEmpty() && special.isEmpty();
  }

  /** Nothing on a day on which it is closed. */
  private Optional<Span> open(LocalDate day, ZoneId zone) {
    var before = special.floorEntry(day);
    if (before != null && !before.getValue().last().isBefore(day)) {
      return Optional.ofNullable(before.getValue().hours()).map(hours -> span(day, hours, zone));
    }
    if (week.isEmpty()) {
      return Optional.of(
          new Span(
              day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant()));
    }
    return Optional.ofNullable(week.get(day.getDayOfWeek())).map(hours -> span(day, hours, zone));
  }

  private static Span span(LocalDate day, Hours hours, ZoneId zone) {
    return new Span(day.atTime(hours.opens()).atZone(zone).toInstant(), hours.closesOn(day, zone));
  }

  private static Duration common(Span span, Instant from, Instant to) {
    var begins = later(from, span.opens());
    var ends = earlier(to, span.closes());
    return ends.isAfter(begins) ? Duration.between(begins, ends) : Duration.ZERO;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
