package org.tulpar.bench.faults;

import java.time.Duration;

/**
 * From a strike to the first answer to a message that was written after it.
 *
 * @param most beyond that nobody would say that it came back by itself
 */
record Recovery(Trouble trouble, Duration taken, Duration most) {

  static final Duration NEVER = Duration.ofDays(1);

  boolean inTime() {
    return taken.compareTo(most) <= 0;
  }

  @Override
  public String toString() {
    return "%s %.1f s of %d s"
        .formatted(trouble.words(), taken.toMillis() / 1000.0, most.toSeconds());
  }
}
