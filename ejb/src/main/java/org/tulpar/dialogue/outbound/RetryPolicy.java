package org.tulpar.dialogue.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Three quick tries (1, 2, 4 s), then up to fifty with growing pauses, ten minutes at most. The
 * slow ones vary by a fifth either way, so that what failed together does not come back together.
 */
final class RetryPolicy {

  private static final int QUICK = 3;
  private static final int SLOW = 50;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final double JITTER = 0.2;

  private RetryPolicy() {}

  /**
   * The pause before the next try, or empty when it is time to give up.
   *
   * @param attempts tries before this one
   * @param wished by the provider, or null; honoured when longer than ours
   */
  static Optional<Duration> next(int attempts, Duration wished, RandomGenerator chance) {
    if (attempts >= QUICK + SLOW) {
      return Optional.empty();
    }
    var ours = Duration.ofSeconds(1L << Math.min(attempts, 10));
    var bounded = ours.compareTo(LONGEST) > 0 ? LONGEST : ours;
    var varied = attempts < QUICK ? bounded : varied(bounded, chance);
    return Optional.of(wished == null || wished.compareTo(varied) < 0 ? varied : wished);
  }

  private static Duration varied(Duration pause, RandomGenerator chance) {
    var factor = 1 + JITTER * (2 * chance.nextDouble() - 1);
    return Duration.ofMillis(Math.min(LONGEST.toMillis(), Math.round(pause.toMillis() * factor)));
  }
}
