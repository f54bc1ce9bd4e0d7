package org.tulpar.simulator.evolution;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs things after a while, each on its own virtual thread; nothing waits in a thread. */
public final class Later implements AutoCloseable {

  /** Once closed, nothing is started any more and nobody is told off for asking. */
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().daemon().name("timer").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Runs it as soon as possible. */
  public void run(Runnable task) {
    threads.execute(task);
  }

  /** Runs it after the delay. */
  public void run(Duration delay, Runnable task) {
    var unused =
        timer.schedule(() -> threads.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdownNow();
  }
}
