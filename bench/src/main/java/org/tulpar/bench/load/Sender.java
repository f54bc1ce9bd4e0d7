package org.tulpar.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection with the conversations that belong to it: their messages leave one after the
 * other, the next one when this one was acknowledged.
 */
final class Sender {

  private static final int TIMEOUT_MILLIS = 30_000;

  private static final long REPEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Plan plan;
  private final Tally tally;
  private final Webhooks webhooks;
  private final int number;
  private final int conversations;
  private int turn;
  private Socket socket;
  private Wire wire;

  Sender(Plan plan, Tally tally, Webhooks webhooks, int number) {
    this.plan = plan;
    this.tally = tally;
    this.webhooks = webhooks;
    this.number = number;
    this.conversations =
        (plan.conversations() - number + plan.connections() - 1) / plan.connections();
  }

  /** As fast as answers come, until all messages are sent. */
  void closedLoop(AtomicInteger left) {
    while (left.getAndDecrement() > 0) {
      send(System.nanoTime());
    }
    drop();
  }

  /** Each message at its moment, whatever became of the one before. */
  void openLoop(long start) {
    for (long i = number; i < plan.messages(); i += plan.connections()) {
      var due = start + (long) (i * 1e9 / plan.rate());
      for (var now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      send(due);
    }
    drop();
  }

  /** As fast as answers come until processes are killed, then slowly until that is got over. */
  void through(Blow blow) {
    while (blow.awaitTurn()) {
      send(System.nanoTime());
    }
    drop();
  }

  private void send(long due) {
    var message = tally.take(number + (turn++ % conversations) * plan.connections(), due);
    if (message < 0) {
      return;
    }
    var request = webhooks.request(message);
    if (plan.redeliver() > ThreadLocalRandom.current().nextDouble()) {
      var again = new Sender(plan, tally, webhooks, number);
      Thread.ofVirtual().start(() -> again.deliver(request));
    }
    tally.sending(message, System.nanoTime());
    if (deliver(request) || plan.strike() != null && repeat(request)) {
      tally.acknowledged(message, System.nanoTime());
    } else {
      tally.refused.increment();
    }
  }

  /** As gateways do. */
  private boolean repeat(byte[] request) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.patience());
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(REPEAT_NANOS);
      if (deliver(request)) {
        return true;
      }
    }
    return false;
  }

  private boolean deliver(byte[] request) {
    try {
      if (socket == null) {
        connect();
      }
      wire.send(request);
      var answered = wire.next();
      if (!answered || wire.isLast()) {
        drop();
      }
      return answered && wire.status() / 100 == 2;
    } catch (IOException e) {
      drop(); // counted as not acknowledged
      return false;
    }
  }

  private void connect() throws IOException {
    var target = plan.target();
    socket = new Socket();
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), TIMEOUT_MILLIS);
    wire = new Wire(socket);
  }

  private void drop() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      socket = null;
    }
  }
}
