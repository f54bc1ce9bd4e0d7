package org.tulpar.simulator.evolution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a webhook is repeated: ten attempts, doubling waits from 5 s up to 300 s with a jitter of a
 * fifth and never under 5 s; a refusal that a repetition cannot change is final.
 *
 * @param scale 1 = real waits; smaller for tests
 */
public record RetryRule(double scale) {

  static final int ATTEMPTS = 10;

  private static final long FIRST_SECONDS = 5;
  private static final long LONGEST_SECONDS = 300;
  private static final double JITTER = .2;
  private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404, 422);

  public RetryRule {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("the retry scale must be greater than 0");
    }
  }

  /**
   * Whether to try again.
   *
   * @param attempt the one that failed, from 1
   * @param status its HTTP status, 0 when none came
   */
  boolean again(int attempt, int status) {
    return attempt < ATTEMPTS && !(status >= 200 && status < 300) && !FINAL.contains(status);
  }

  /** The wait after a failed attempt without jitter, unscaled. */
  static Duration nominal(int attempt) {
    return Duration.ofSeconds(Math.min(LONGEST_SECONDS, FIRST_SECONDS << (attempt - 1)));
  }

  /** The wait after a failed attempt, with jitter, scaled. */
  Duration waitAfter(int attempt) {
    var jitter = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
    var seconds = Math.max(FIRST_SECONDS, nominal(attempt).toSeconds() * jitter);
    return Duration.ofMillis(Math.round(seconds * 1000 * scale));
  }
}
