package org.tulpar.bench.load;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Processes are killed while a number of messages is under way; from then on customers write
 * slowly, until all that was under way is answered and somebody who wrote later, too.
 */
final class Blow {

  /** Acknowledged and not answered: so much waits in the system when it is struck. */
  private static final int UNDER_WAY = 200;

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SLOWLY = TimeUnit.SECONDS.toNanos(1);

  private final Plan plan;
  private final Tally tally;
  private volatile long struck;
  private volatile boolean over;

  Blow(Plan plan, Tally tally) {
    this.plan = plan;
    this.tally = tally;
  }

  /** Strikes once so many replies came, and returns when it is got over or too long ago. */
  void run() {
    var begun = System.nanoTime();
    var patience = TimeUnit.SECONDS.toNanos(plan.patience());
    while (tally.replies.sum() < plan.strike().after() && System.nanoTime() - begun < patience) {
      LockSupport.parkNanos(LOOK);
    }
    struck = System.nanoTime();
    plan.strike().victims().forEach(Blow::kill);
    while (!tally.recovery(struck).whole() && System.nanoTime() - struck < patience) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    over = true;
  }

  Recovery recovery() {
    return tally.recovery(struck);
  }

  /** False when nobody needs to write any more. */
  boolean awaitTurn() {
    while (struck == 0 && tally.underWay() >= UNDER_WAY) {
      LockSupport.parkNanos(LOOK);
    }
    if (struck != 0) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SLOWLY));
    }
    return !over;
  }

  private static void kill(long pid) {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)) {
      throw new IllegalStateException("no process to kill: " + pid);
    }
  }
}
