package org.tulpar.dialogue.flow;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The least time between the beginnings of two batches: what comes meanwhile goes along, and a
 * batch of five costs nearly what one message costs. Whoever comes after a quiet time does not
 * wait.
 */
public final class Pace {

  private final long gap;
  private final LongSupplier clock;
  private final LongConsumer sleep;
  private final AtomicLong free;

  /**
   * @param gap in nanoseconds
   * @param clock nanoseconds since whenever
   * @param sleep for so many nanoseconds, or less
   */
  Pace(long gap, LongSupplier clock, LongConsumer sleep) {
    this.gap = gap;
    this.clock = clock;
    this.sleep = sleep;
    this.free = new AtomicLong(clock.getAsLong());
  }

  /** Each batch begins as soon as there is one. */
  public static Pace none() {
    return of(Duration.ZERO);
  }

  /** At least that long between two beginnings. */
  public static Pace of(Duration least) {
    return new Pace(least.toNanos(), System::nanoTime, LockSupport::parkNanos);
  }

  /** Waits for the next beginning; a thread that is interrupted does not. */
  void await() {
    var now = clock.getAsLong();
    var begins = free.updateAndGet(last -> Math.max(last + gap, now));
    for (var left = begins - now;
        left > 0 && !Thread.currentThread().isInterrupted();
        left = begins - clock.getAsLong()) {
      sleep.accept(left);
    }
  }
}
