package org.tulpar.server;

import java.io.PrintStream;
import java.util.function.Supplier;

/** Tells the person at the terminal what is being done, one line per step, and how long it took. */
final class Progress {

  private static final double NANOS = 1e9;
  private final PrintStream out;
  private final long started = System.nanoTime();
  private volatile Thread cancelledBy;

  Progress(PrintStream out) {
    this.out = out;
  }

  void step(String what, Runnable work) {
    step(
        what,
        () -> {
          work.run();
          return "";
        });
  }

  <T> T step(String what, Supplier<T> work) {
    if (cancelledBy != null && cancelledBy != Thread.currentThread()) {
      throw new Refusal("Interrupted.");
    }
    out.print("  " + what + " … ");
    out.flush();
    var from = System.nanoTime();
    try {
      var result = work.get();
      out.printf("%.1f s%n", (System.nanoTime() - from) / NANOS);
      return result;
    } catch (RuntimeException e) {
      out.println("failed");
      throw e;
    }
  }

  /**
   * From now on only the calling thread takes steps; another one that is at work gets a refusal.
   */
  void cancel() {
    cancelledBy = Thread.currentThread();
  }

  void say(String line) {
    out.println(line);
  }

  double seconds() {
    return (System.nanoTime() - started) / NANOS;
  }
}
