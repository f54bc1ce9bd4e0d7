package org.tulpar.bench.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * How fast the machine is just now, by work that is always the same and done while nobody else
 * works. Neighbours on the same hardware slow a guest down without its seeing anybody: its own
 * processes merely take longer.
 */
public final class Pace {

  private static final int TRIES = 3;
  private static final int STEPS = 1_000_000;
  private static final int CELLS = 1 << 22;
  private static final int WRITES = 100;
  private static final int BLOCK = 8_192;

  private final Path file;
  private final int[] cells = new int[CELLS];
  private Reading best = new Reading(Double.MAX_VALUE, Double.MAX_VALUE);
  private int walked;

  /**
   * What a step takes.
   *
   * @param memory nanoseconds; a read at a place that the read before gave, beyond the caches
   * @param write microseconds; 8 kB that lie on the disk after it
   */
  public record Reading(double memory, double write) {

    /** The slower of the two beside another reading; 1 is as fast as that. */
    public double beside(Reading other) {
      return Math.min(other.memory / memory, other.write / write);
    }

    /** The slower of each. */
    public Reading worse(Reading other) {
      return new Reading(Math.max(memory, other.memory), Math.max(write, other.write));
    }

    /** In words, for whoever compares days or machines. */
    public String words() {
      return String.format(
          Locale.ROOT,
          "%.0f ns a read of memory, %.2f ms a write to the disk",
          memory,
          write / 1000);
    }

    Reading better(Reading other) {
      return new Reading(Math.min(memory, other.memory), Math.min(write, other.write));
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /**
   * @param place a directory on the disk that is measured
   */
  public Pace(Path place) {
    this.file = place.resolve("pace");
    for (int i = 0; i < CELLS; i++) {
      cells[i] = i * 0x9E3779B9;
    }
  }

  /** The best of all readings so far. */
  public Reading best() {
    return best;
  }

  /** Takes less than a second. */
  public Reading read() throws IOException {
    var reading = new Reading(quickest(this::walk) * 1000 / STEPS, quickest(this::write) / WRITES);
    best = best.better(reading);
    return reading;
  }

  /** Microseconds. */
  private static double quickest(Work work) throws IOException {
    var least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      var begun = System.nanoTime();
      work.run();
      least = Math.min(least, System.nanoTime() - begun);
    }
    return least / 1000.0;
  }

  private void walk() {
    var at = walked;
    for (int i = 0; i < STEPS; i++) {
      at = cells[(at + i) & (CELLS - 1)];
    }
    walked = at; // what nobody reads is not computed
  }

  private void write() throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var block = ByteBuffer.allocate(BLOCK);
      for (int i = 0; i < WRITES; i++) {
        channel.write(block.clear(), 0);
        channel.force(false);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
