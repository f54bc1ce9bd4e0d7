package org.tulpar.dialogue.flow;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The least time between the beginnings of two batches: what comes meanwhile goes along, and a
 * batch of five costs nearly what one message costs. It is the longer, up to a bound, the longer
 * batches took lately: a machine that is at leisure answers sooner, and one that is not saves.
 * Whoever comes after a quiet time does not wait.
 */
public final class Pace {

  /** So many times what a batch takes lies between two beginnings. */
  private static final int TIMES = 4;

  /** A batch that took unusually long is forgotten after about so many others. */
  private static final int MEMORY = 8;

  private final long most;
  private final LongSupplier clock;
  private final LongConsumer sleep;
  private final AtomicLong free;
  private volatile long taken;

  /**
   * @param most in nanoseconds
   * @param clock nanoseconds since whenever
   * @param sleep for so many nanoseconds, or less
   */
  Pace(long most, LongSupplier clock, LongConsumer sleep) {
    this.most = most;
    this.clock = clock;
    this.sleep = sleep;
    this.free = new AtomicLong(clock.getAsLong());
    this.taken = most;
  }

  /** Each batch begins as soon as there is one. */
  public static Pace none() {
    return upTo(Duration.ZERO);
  }

  /**
   * At least four times what a batch takes lately between two beginnings, but no longer than this.
   */
  public static Pace upTo(Duration most) {
    return new Pace(most.toNanos(), System::nanoTime, LockSupport::parkNanos);
  }

  /** Waits for the next beginning; a thread that is interrupted does not. */
  void await() {
    var now = clock.getAsLong();
    var gap = Math.min(most, taken * TIMES);
    var begins = free.updateAndGet(last -> Math.max(last + gap, now));
    for (var left = begins - now;
        left > 0 && !Thread.currentThread().isInterrupted();
        left = begins - clock.getAsLong()) {
      sleep.accept(left);
    }
  }

  /** Does a batch, and remembers how long it took; who does two at once may lose one's time. */
  <E extends Exception> void measured(Batch<E> batch) throws E {
    var begun = clock.getAsLong();
    batch.run();
    var before = taken;
    taken = before + (clock.getAsLong() - begun - before) / MEMORY;
  }

  /** The work between two waits. */
  interface Batch<E extends Exception> {
    void run() throws E;
  }
}
