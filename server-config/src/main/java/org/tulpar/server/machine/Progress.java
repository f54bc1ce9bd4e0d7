package org.tulpar.server.machine;

import java.io.PrintStream;
import java.util.function.Supplier;

/** Tells the person at the terminal what is being done, one line per step, and how long it took. */
public final class Progress {

  private static final double NANOS = 1e9;
  private final PrintStream out;
  private final long started = System.nanoTime();
  private volatile Thread cancelledBy;

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void step(String what, Runnable work) {
    step(
        what,
        () -> {
          work.run();
          return "";
        });
  }

  public <T> T step(String what, Supplier<T> work) {
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

  /** How far the step is that is being taken. */
  public void reached(int number) {
    out.print(number + " … ");
    out.flush();
  }

  /**
   * From now on only the calling thread takes steps; another one that is at work gets a refusal.
   */
  public void cancel() {
    cancelledBy = Thread.currentThread();
  }

  public void say(String line) {
    out.println(line);
  }

  public double seconds() {
    return (System.nanoTime() - started) / NANOS;
  }
}
