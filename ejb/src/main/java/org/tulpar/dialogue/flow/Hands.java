package org.tulpar.dialogue.flow;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** So many pieces of work at once, each on a thread of the container; none of them is lost. */
public final class Hands {

  private static final System.Logger LOG = System.getLogger(Hands.class.getName());

  private final Semaphore free;
  private final Executor workers;

  public Hands(int most, Executor workers) {
    this.free = new Semaphore(most);
    this.workers = workers;
  }

  /** How many have nothing to do. */
  public int free() {
    return free.availablePermits();
  }

  /**
   * Begins a piece of work whose claim runs out by itself: one that gets no thread, or breaks off,
   * is taken again then.
   *
   * @param what names it in the log
   */
  public void take(String what, Runnable work) {
    free.acquireUninterruptibly();
    try {
      workers.execute(() -> guarded(what, work));
    } catch (RuntimeException e) {
      free.release();
      LOG.log(Level.WARNING, what + " got no thread, and waits until its claim is over", e);
    }
  }

  private void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, what + " broke off, and waits until its claim is over", e);
    } finally {
      free.release();
    }
  }
}
