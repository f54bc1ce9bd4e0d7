package org.tulpar.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tulpar.simulator.http.Json;

/** The ordered troubles; each is spent exactly as often as ordered. */
public final class Faults {

  private final List<Order> orders = new ArrayList<>();
  private CountDownLatch released = new CountDownLatch(1);

  /** Takes an order and returns it as understood. */
  public synchronized JsonNode add(JsonNode body) {
    var fault = Fault.of(body);
    orders.add(new Order(fault));
    return fault.json();
  }

  /** What is still to be spent, oldest first. */
  public synchronized ArrayNode list() {
    var list = Json.array();
    orders.forEach(order -> list.add(order.fault.json().put("left", order.left)));
    return list;
  }

  /** Takes all orders back and lets hanging requests go. */
  public synchronized void clear() {
    orders.clear();
    released.countDown();
    released = new CountDownLatch(1);
  }

  /** Spends one request of the first order that concerns it; OK when there is none. */
  public synchronized Fault next(FaultTarget target, String instance) {
    var found = orders.stream().filter(order -> order.fault.concerns(target, instance)).findFirst();
    if (found.isPresent()) {
      var order = found.get();
      if (order.fault.times() > 0 && --order.left == 0) {
        orders.remove(order);
      }
      return order.fault;
    }
    return new Fault(target, FaultMode.OK, 0, Duration.ZERO, instance);
  }

  /** Waits until the faults are taken back. */
  public void hang() throws InterruptedException {
    latch().await();
  }

  /** Waits, at most until the faults are taken back. */
  public void slow(Duration delay) throws InterruptedException {
    var unused = latch().await(delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized CountDownLatch latch() {
    return released;
  }

  private static final class Order {

    private final Fault fault;
    private int left;

    private Order(Fault fault) {
      this.fault = fault;
      this.left = fault.times();
    }
  }
}
