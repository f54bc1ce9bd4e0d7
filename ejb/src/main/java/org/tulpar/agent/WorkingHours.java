package org.tulpar.agent;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;

/** When people answer, in the organization's time zone. Without any hours it is always open. */
public record WorkingHours(Map<DayOfWeek, Hours> week) {

  /** Opening inclusive, closing exclusive. */
  public record Hours(LocalTime opens, LocalTime closes) {}

  boolean openAt(ZonedDateTime moment) {
    if (week.isEmpty()) {
      return true;
    }
    var hours = week.get(moment.getDayOfWeek());
    var time = moment.toLocalTime();
    return hours != null && !time.isBefore(hours.opens()) && time.isBefore(hours.closes());
  }
}
