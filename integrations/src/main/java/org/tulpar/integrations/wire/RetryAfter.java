package org.tulpar.integrations.wire;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the header of that name (RFC 9110, 10.2.3): seconds or a date; at most an hour. */
public record RetryAfter(Clock clock) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /** The time to wait, or null when the header is absent or says nothing usable. */
  public Duration read(String header) {
    if (header == null) {
      return null;
    }
    var text = header.strip();
    var wait =
        text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : untilDate(text);
    if (wait == null || wait.isNegative()) {
      return null;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private Duration untilDate(String text) {
    try {
      var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(clock.instant(), date);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
