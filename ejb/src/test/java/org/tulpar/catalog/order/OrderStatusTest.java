package org.tulpar.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The statuses of an order and the ways between them. */
class OrderStatusTest {

  @Test
  void seats_are_held_from_the_confirmation_to_the_end() {
    assertThat(OrderStatus.holdingSeats())
        .containsExactly(OrderStatus.CONFIRMED, OrderStatus.PAID, OrderStatus.DONE);
  }

  @Test
  void whatever_is_not_done_may_be_cancelled() {
    assertThat(OrderStatus.CANCELLED.before())
        .containsExactly(OrderStatus.NEW, OrderStatus.CONFIRMED, OrderStatus.PAID);
  }

  @Test
  void nothing_comes_back_to_new() {
    assertThat(OrderStatus.NEW.before()).isEmpty();
    assertThat(OrderStatus.DONE.next()).isEmpty();
    assertThat(OrderStatus.CANCELLED.next()).isEmpty();
  }
}
