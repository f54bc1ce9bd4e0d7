package org.tulpar.dialogue.flow;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One commit for many callers: whoever hands an item in is told only after the transaction that
 * holds it was committed. Takes what has gathered while the last commit ran and waits for more only
 * at a {@link Pace}. Bounded: beyond the bound it refuses.
 */
public final class GroupCommit<T> {

  /** Writes and commits all items or none. */
  public interface Flush<T> {
    void commit(List<T> items) throws Exception;
  }

  private record Waiting<T>(T item, CompletableFuture<Void> committed) {}

  private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
  private static final long POLL_MILLIS = 500;

  private final BlockingQueue<Waiting<T>> queue;
  private final int most;
  private final Pace pace;
  private final Flush<T> flush;
  private final Consumer<List<T>> afterCommit;
  private volatile boolean running = true;

  /**
   * @param bound how many items may wait
   * @param most how many items one commit takes
   * @param afterCommit runs after the callers were told
   */
  public GroupCommit(int bound, int most, Flush<T> flush, Consumer<List<T>> afterCommit) {
    this(bound, most, Pace.none(), flush, afterCommit);
  }

  /**
   * @param bound how many items may wait
   * @param most how many items one commit takes
   * @param pace of the commits, for callers whom nobody waits for
   * @param afterCommit runs after the callers were told
   */
  public GroupCommit(
      int bound, int most, Pace pace, Flush<T> flush, Consumer<List<T>> afterCommit) {
    this.pace = pace;
    this.queue = new ArrayBlockingQueue<>(bound);
    this.most = most;
    this.flush = flush;
    this.afterCommit = afterCommit;
  }

  public void start(ThreadFactory threads, int flushers) {
    for (var i = 0; i < flushers; i++) {
      threads.newThread(this::run).start();
    }
  }

  /** Ends after the commit in progress; what still waits is failed, so that nobody hangs. */
  public void stop() {
    running = false;
    fail(drain(), new IllegalStateException("stopping"));
  }

  /** Completed after the commit; null when too many wait. */
  public CompletableFuture<Void> offer(T item) {
    var waiting = new Waiting<>(item, new CompletableFuture<Void>());
    return running && queue.offer(waiting) ? waiting.committed() : null;
  }

  private void run() {
    var batch = new ArrayList<Waiting<T>>(most);
    while (running) {
      try {
        gather(batch);
        commit(batch);
      } catch (InterruptedException e) {
        fail(batch, e);
        Thread.currentThread().interrupt();
        return;
      } catch (Throwable e) {
        // No memory, or whoever is told has failed: this thread goes on, else nothing is stored any
        // more. Whoever was told before stays told.
        fail(batch, e);
        LOG.log(Level.ERROR, "a commit of " + batch.size() + " did not end well", e);
      }
      batch.clear();
    }
  }

  private void gather(List<Waiting<T>> batch) throws InterruptedException {
    var first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      pace.await();
      queue.drainTo(batch, most - 1);
    }
  }

  private void commit(List<Waiting<T>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    var items = batch.stream().map(Waiting::item).toList();
    try {
      pace.measured(() -> flush.commit(items));
    } catch (Exception e) {
      fail(batch, e);
      return;
    }
    batch.forEach(waiting -> waiting.committed().complete(null));
    afterCommit.accept(items);
  }

  private List<Waiting<T>> drain() {
    var rest = new ArrayList<Waiting<T>>();
    queue.drainTo(rest);
    return rest;
  }

  private static <T> void fail(List<Waiting<T>> batch, Throwable cause) {
    batch.forEach(waiting -> waiting.committed().completeExceptionally(cause));
  }
}
