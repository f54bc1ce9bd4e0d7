package org.tulpar.simulator.history;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One open page; a page that does not read is cut off and will ask anew. */
public final class Subscription implements AutoCloseable {

  private static final String HEARTBEAT = ": alive\n\n";
  private static final int SECONDS = 10;

  private final ChatKey key;
  private final Consumer<Subscription> onClose;
  private final BlockingQueue<String> events = new ArrayBlockingQueue<>(500);
  private volatile boolean overrun;

  Subscription(ChatKey key, Consumer<Subscription> onClose) {
    this.key = key;
    this.onClose = onClose;
  }

  public ChatKey key() {
    return key;
  }

  void offer(String event) {
    overrun |= !events.offer(event);
  }

  /** The next event, or a heartbeat when nothing happened for a while. */
  public String next() throws InterruptedException {
    var event = events.poll(SECONDS, TimeUnit.SECONDS);
    return event == null ? HEARTBEAT : event;
  }

  /** Whether events were lost; the page has to start anew. */
  public boolean overrun() {
    return overrun;
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}
