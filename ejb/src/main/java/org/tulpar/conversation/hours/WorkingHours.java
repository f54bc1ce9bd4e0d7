package org.tulpar.conversation.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/** When people answer, in the organization's time zone. Without any hours it is always open. */
public record WorkingHours(Map<DayOfWeek, Hours> week) {

  private static final int LONGEST_LOOK = 400; // days

  /** Opening inclusive, closing exclusive. */
  public record Hours(LocalTime opens, LocalTime closes) {}

  public boolean openAt(ZonedDateTime moment) {
    if (week.isEmpty()) {
      return true;
    }
    var hours = week.get(moment.getDayOfWeek());
    var time = moment.toLocalTime();
    return hours != null && !time.isBefore(hours.opens()) && time.isBefore(hours.closes());
  }

  /** The moment when so much working time will have passed. */
  public Instant after(Instant from, Duration time, ZoneId zone) {
    if (week.isEmpty()) {
      return from.plus(time);
    }
    var left = time;
    var day = from.atZone(zone).toLocalDate();
    for (int i = 0; i < LONGEST_LOOK; i++, day = day.plusDays(1)) {
      var hours = week.get(day.getDayOfWeek());
      if (hours == null) {
        continue;
      }
      var opens = day.atTime(hours.opens()).atZone(zone).toInstant();
      var closes = day.atTime(hours.closes()).atZone(zone).toInstant();
      var begins = from.isAfter(opens) ? from : opens;
      var open = Duration.between(begins, closes);
      if (left.compareTo(open) <= 0 && !open.isNegative()) {
        return begins.plus(left);
      }
      left = open.isNegative() ? left : left.minus(open);
    }
    return from.plus(time);
  }

  /** How much working time lies between two moments; none when the second is not later. */
  public Duration between(Instant from, Instant to, ZoneId zone) {
    if (!to.isAfter(from)) {
      return Duration.ZERO;
    }
    if (week.isEmpty()) {
      return Duration.between(from, to);
    }
    var open = Duration.ZERO;
    var last = to.atZone(zone).toLocalDate();
    for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      var hours = week.get(day.getDayOfWeek());
      if (hours != null) {
        var opens = later(from, day.atTime(hours.opens()).atZone(zone).toInstant());
        var closes = day.atTime(hours.closes()).atZone(zone).toInstant();
        var end = to.isBefore(closes) ? to : closes;
        open = end.isAfter(opens) ? open.plus(Duration.between(opens, end)) : open;
      }
    }
    return open;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
