package org.tulpar.dialogue.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;

/**
 * Lets only about as many batches run at once as there are processors; the others wait in the order
 * they came, and what arrives meanwhile joins them. A batch of one costs nearly what a batch of
 * fifty costs, so under load few large ones carry far more than many small ones; without load
 * nobody waits.
 */
@ApplicationScoped
public class Bays {

  /** One more than processors: while one batch waits for the disk, another one works. */
  private final Semaphore free =
      new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);

  /** A transaction of the pipeline. */
  public interface Batch<T> {
    T run() throws SQLException;
  }

  public <T> T run(Batch<T> batch) throws SQLException {
    free.acquireUninterruptibly();
    try {
      return batch.run();
    } finally {
      free.release();
    }
  }
}
