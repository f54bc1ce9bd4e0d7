package org.tulpar.integrations.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A provider's time of an event; one that is absent or cannot be counts as now. */
public record ProviderTime(Clock clock) {

  /** Later than that, a provider's clock is not believed. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

  /**
   * @param seconds since 1970
   */
  public Instant of(Optional<Long> seconds) {
    var now = clock.instant();
    return seconds
        .filter(s -> s > 0 && s < now.plus(CLOCK_TOLERANCE).getEpochSecond())
        .map(Instant::ofEpochSecond)
        .orElse(now);
  }
}
