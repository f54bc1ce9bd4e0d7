package org.tulpar.dialogue.outbound;

import java.time.Duration;
import java.util.Optional;

/** Three quick tries (1, 2, 4 s), then up to fifty with growing pauses, ten minutes at most. */
final class RetryPolicy {

  private static final int QUICK = 3;
  private static final int SLOW = 50;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private RetryPolicy() {}

  /**
   * The pause before the next try, or empty when it is time to give up.
   *
   * @param attempts tries before this one
   * @param wished by the provider, or null; honoured when longer than ours
   */
  static Optional<Duration> next(int attempts, Duration wished) {
    if (attempts >= QUICK + SLOW) {
      return Optional.empty();
    }
    var ours = Duration.ofSeconds(1L << Math.min(attempts, 10));
    var bounded = ours.compareTo(LONGEST) > 0 ? LONGEST : ours;
    return Optional.of(wished == null || wished.compareTo(bounded) < 0 ? bounded : wished);
  }
}
