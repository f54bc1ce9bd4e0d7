package org.tulpar.operations;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A time of the day in UTC at which something is due, once a day. */
public record DailySlot(LocalTime time) {

  /** The first slot after the instant. */
  public Instant next(Instant after) {
    var today = after.atOffset(ZoneOffset.UTC).toLocalDate().atTime(time).toInstant(ZoneOffset.UTC);
    return today.isAfter(after) ? today : today.atOffset(ZoneOffset.UTC).plusDays(1).toInstant();
  }
}
