package org.tulpar.integrations.evolution;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The order within a second. WhatsApp tells whole seconds, the pictures of an album share one, and
 * Evolution posts without waiting, so that webhooks overtake each other. But each says in its
 * {@code date_time} when it was made, to the millisecond and the same in every repetition: by the
 * gateway's wall clock, in whatever zone that is. Its distance from the second, however long, is
 * turned into a part of that second that grows with it and is hardly longer: what is answered at
 * once still comes after what it answers.
 */
final class SameSecond {

  /** All zones differ by whole quarters of an hour. */
  private static final long QUARTER = Duration.ofMinutes(15).toMillis();

  /** Microseconds for those whose gateway's clock is behind. */
  private static final double BEFORE = 5_000;

  private SameSecond() {}

  /**
   * @param second of the message
   * @param madeAt when its webhook was made, or null
   */
  static Instant refined(Instant second, String madeAt) {
    if (madeAt == null || second.getNano() != 0) {
      return second;
    }
    try {
      var distance = Instant.parse(madeAt).toEpochMilli() - second.toEpochMilli();
      return second.plusNanos(1_000 * micros(nearest(distance) / 1000.0));
    } catch (DateTimeParseException e) {
      return second;
    }
  }

  /** Without the zone; a gateway whose clock is behind is before the second. */
  private static long nearest(long distance) {
    return Math.floorMod(distance + QUARTER / 2, QUARTER) - QUARTER / 2;
  }

  /** Less than a million, and more for more seconds. */
  private static long micros(double seconds) {
    return Math.round(
        seconds < 0
            ? BEFORE / (1 - seconds)
            : BEFORE + (999_999 - BEFORE) * seconds / (1 + seconds));
  }
}
