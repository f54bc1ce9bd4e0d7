package org.tulpar.catalog.order;

import java.util.Arrays;
import java.util.List;

/**
 * How far an order is; the one place that knows which status follows which, and which hold seats.
 */
public enum OrderStatus {
  NEW(false),
  CONFIRMED(true),
  PAID(true),
  DONE(true),
  CANCELLED(false);

  private final boolean holding;

  OrderStatus(boolean holding) {
    this.holding = holding;
  }

  /** What may come next, the usual step first. */
  public List<OrderStatus> next() {
    return switch (this) {
      case NEW -> List.of(CONFIRMED, CANCELLED);
      case CONFIRMED -> List.of(PAID, CANCELLED);
      case PAID -> List.of(DONE, CANCELLED);
      case DONE, CANCELLED -> List.of();
    };
  }

  /** Whether the seats of the order are taken. */
  public boolean isHolding() {
    return holding;
  }

  /** Whether what was ordered may still be changed. */
  public boolean isOpen() {
    return this == NEW;
  }

  /** Those from which this one may come. */
  List<OrderStatus> before() {
    return Arrays.stream(values()).filter(one -> one.next().contains(this)).toList();
  }

  static List<OrderStatus> holdingSeats() {
    return Arrays.stream(values()).filter(OrderStatus::isHolding).toList();
  }
}
