package org.tulpar.catalog.product;

import java.time.LocalDate;

/**
 * A group that sets out on a day.
 *
 * @param taken seats of the orders that hold some; from 0 to {@code seats}
 */
public record Departure(
    long id, long productId, LocalDate starts, LocalDate ends, int seats, int taken, int version) {

  public int free() {
    return seats - taken;
  }
}
