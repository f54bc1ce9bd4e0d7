package org.tulpar.web.conversation.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Until when a conversation is put off: a length, a name, or a time as its calendar shows it. */
final class SnoozeTime {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private SnoozeTime() {}

  /** Nothing when it is none of them. */
  static Optional<Instant> of(String asked, Instant now, ZoneId zone) {
    var today = now.atZone(zone).toLocalDate();
    try {
      return Optional.of(
          switch (asked) {
            case "TOMORROW" -> today.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
            case "MONDAY" ->
                today
                    .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                    .atTime(MORNING)
                    .atZone(zone)
                    .toInstant();
            default ->
                asked.startsWith("PT")
                    ? now.plus(Duration.parse(asked))
                    : LocalDateTime.parse(asked).atZone(zone).toInstant();
          });
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
