package org.tulpar.server.machine;

import java.nio.file.Path;
import java.time.Duration;

/** Whether a program still writes to its log: the difference between slow and stuck. */
public final class LogGrowth {

  private final Path log;
  private final Duration patience;
  private long size = -1;
  private long since;

  public LogGrowth(Path log, Duration patience) {
    this.log = log;
    this.patience = patience;
  }

  /** True when the log has had the same size for longer than the patience. */
  public boolean isStuck() {
    var now = log.toFile().length();
    if (now != size) {
      size = now;
      since = System.nanoTime();
    }
    return System.nanoTime() - since > patience.toNanos();
  }
}
