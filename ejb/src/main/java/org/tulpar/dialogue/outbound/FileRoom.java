package org.tulpar.dialogue.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for the files that are on their way: bounded for all channels together, so that many large
 * ones wait for each other, and for each channel, so that a gateway that hangs keeps the room of
 * nobody else.
 */
final class FileRoom {

  private static final int ALL_KIB = 128 * 1024;
  private static final int EACH_KIB = 32 * 1024;

  private final Semaphore all = new Semaphore(ALL_KIB, true);
  private final Map<UUID, Semaphore> channels = new ConcurrentHashMap<>();

  /** Room that is taken, until it is given back. */
  interface Taken extends AutoCloseable {

    Taken NONE = () -> {};

    @Override
    void close();
  }

  /**
   * Empty when there is no room within the time.
   *
   * @param bytes zero takes no room and no time
   */
  Optional<Taken> take(UUID channel, long bytes, Duration most) {
    if (bytes == 0) {
      return Optional.of(Taken.NONE);
    }
    var end = System.nanoTime() + most.toNanos();
    var own = channels.computeIfAbsent(channel, id -> new Semaphore(EACH_KIB, true));
    var share = kib(bytes, EACH_KIB);
    if (!took(own, share, end)) {
      return Optional.empty();
    }
    var whole = kib(bytes, ALL_KIB);
    if (!took(all, whole, end)) {
      own.release(share);
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          all.release(whole);
          own.release(share);
        });
  }

  private static boolean took(Semaphore room, int kib, long end) {
    try {
      return room.tryAcquire(kib, end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int kib(long bytes, int most) {
    return Math.clamp(bytes / 1024 + 1, 1, most);
  }
}
