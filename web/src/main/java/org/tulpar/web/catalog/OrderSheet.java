package org.tulpar.web.catalog;

import java.util.List;
import org.tulpar.catalog.order.OrderCard;
import org.tulpar.catalog.order.OrderLine;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.web.client.Money;
import org.tulpar.web.conversation.Reader;

/**
 * An order as it is shown.
 *
 * @param open whether what was ordered may still be changed
 * @param sums one per currency
 * @param next buttons to move it on, the usual one first
 */
public record OrderSheet(
    long id,
    long number,
    int version,
    String status,
    String kind,
    boolean open,
    String client,
    String when,
    List<Line> lines,
    List<String> sums,
    List<Button> next,
    List<Step> steps) {

  /** What was ordered: the day is null when the product needs none. */
  public record Line(
      long id,
      long productId,
      String product,
      String day,
      String unit,
      int quantity,
      String price,
      String amount) {}

  /**
   * A status that may come next.
   *
   * @param look the class of its button
   * @param ask what is asked before an order comes to its end, or null
   */
  public record Button(String status, String word, String look, String ask) {}

  /** A change of status: what it became, who did it and when. */
  public record Step(String word, String person, String time, String exact) {}

  static OrderSheet of(OrderCard card, Reader reader) {
    return new OrderSheet(
        card.id(),
        card.number(),
        card.version(),
        reader.word("order.status." + card.status()),
        OrderTile.kind(card.status()),
        card.status().isOpen(),
        card.client() == null ? reader.word("client.nameless") : card.client(),
        reader.exact(card.at()),
        card.lines().stream().map(line -> line(line, reader)).toList(),
        OrderTile.sums(card.sums(), reader),
        card.status().next().stream().map(status -> button(card.number(), status, reader)).toList(),
        card.steps().stream()
            .map(
                step ->
                    new Step(
                        reader.word("order.status." + step.to()),
                        step.person(),
                        reader.when(step.at()),
                        reader.exact(step.at())))
            .toList());
  }

  private static Line line(OrderLine line, Reader reader) {
    return new Line(
        line.id(),
        line.productId(),
        line.product(),
        line.starts() == null ? null : Days.of(line.starts(), reader),
        reader.word("unit." + line.unit()),
        line.quantity(),
        Money.of(line.price(), line.currency(), reader),
        Money.of(line.amount(), line.currency(), reader));
  }

  private static Button button(long number, OrderStatus status, Reader reader) {
    return new Button(
        status.name(),
        reader.word("order.to." + status),
        status == OrderStatus.CANCELLED ? "danger" : "primary",
        OrderTile.ask(number, status, reader));
  }
}
