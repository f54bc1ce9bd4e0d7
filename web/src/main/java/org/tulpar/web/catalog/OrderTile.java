package org.tulpar.web.catalog;

import java.util.List;
import org.tulpar.catalog.order.OrderRow;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.tenant.list.Sum;
import org.tulpar.web.client.Money;
import org.tulpar.web.conversation.Reader;

/**
 * An order in one line, as it is shown.
 *
 * @param what the first product and how many more, or null while nothing was ordered
 * @param starts the first departure, or null
 * @param sums one per currency: they are never added together
 * @param next the usual next status, or null when there is none
 * @param step what the button for it says, or null
 * @param ask what is asked before the order comes to its end, or null
 */
public record OrderTile(
    long id,
    long number,
    int version,
    long clientId,
    String client,
    String what,
    String starts,
    List<String> sums,
    String status,
    String kind,
    String next,
    String step,
    String ask,
    String when,
    String exact) {

  public static OrderTile of(OrderRow row, Reader reader) {
    var next = row.status().next().stream().findFirst().orElse(null);
    return new OrderTile(
        row.id(),
        row.number(),
        row.version(),
        row.clientId(),
        row.client() == null ? reader.word("client.nameless") : row.client(),
        what(row, reader),
        row.starts() == null ? null : Days.of(row.starts(), reader),
        sums(row.sums(), reader),
        reader.word("order.status." + row.status()),
        kind(row.status()),
        next == null ? null : next.name(),
        next == null ? null : reader.word("order.to." + next),
        next == null ? null : ask(row.number(), next, reader),
        reader.when(row.at()),
        reader.exact(row.at()));
  }

  /** From an end nothing leads back. */
  static String ask(long number, OrderStatus status, Reader reader) {
    return status.next().isEmpty()
        ? reader.word("order.to." + status + ".ask", Long.toString(number))
        : null;
  }

  static List<String> sums(List<Sum> sums, Reader reader) {
    return sums.stream().map(sum -> Money.of(sum.amount(), sum.currency(), reader)).toList();
  }

  /** Colour of the badge. */
  static String kind(OrderStatus status) {
    return switch (status) {
      case NEW -> "waiting";
      case CONFIRMED -> "human";
      case PAID -> "success";
      case DONE -> "";
      case CANCELLED -> "line";
    };
  }

  private static String what(OrderRow row, Reader reader) {
    return row.lines() < 2
        ? row.what()
        : reader.word("orders.and.more", row.what(), row.lines() - 1);
  }
}
