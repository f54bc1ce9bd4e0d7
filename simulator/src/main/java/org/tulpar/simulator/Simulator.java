package org.tulpar.simulator;

import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.ZoneId;

/** Runs the outside world until the process is ended; a taken port is one sentence and exit 1. */
public final class Simulator {

  private Simulator() {}

  public static void main(String... arguments) throws IOException {
    System.exit(run(arguments));
  }

  /** The exit status, or it does not return while the simulator runs. */
  private static int run(String... arguments) throws IOException {
    Options options;
    try {
      options = Options.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      return 2;
    }
    if (options.help()) {
      System.out.print(Options.USAGE);
      return 0;
    }
    try (var world = OutsideWorld.open(options, Clock.tickMillis(ZoneId.systemDefault()))) {
      System.out.println("simulator: http://127.0.0.1:" + world.port());
      Thread.currentThread().join();
    } catch (BindException e) {
      System.err.println(
          "Port " + options.port() + " of 127.0.0.1 is taken: end its owner or choose --port.");
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
