package org.tulpar.server.machine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that tells nobody when it happens. */
public final class Poll {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private Poll() {}

  /** Returns whether the condition held before the limit was over; always asks at least once. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    return true;
  }

  @SuppressWarnings("ReturnValueIgnored") // nobody counts the latch down: it is the pause
  private static void pause() {
    try {
      new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }
}
