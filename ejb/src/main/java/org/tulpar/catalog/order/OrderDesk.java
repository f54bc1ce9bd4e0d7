package org.tulpar.catalog.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.catalog.CatalogChanged;
import org.tulpar.catalog.CatalogRefused;
import org.tulpar.catalog.Today;
import org.tulpar.catalog.product.Departures;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.catalog.product.PriceList;
import org.tulpar.client.ClientUnknown;

/** What a person does with an order; each time against the version she has seen. */
@Stateless
public class OrderDesk {

  private static final int MOST = 10_000;

  @Inject Orders orders;
  @Inject Departures departures;
  @Inject PriceList prices;
  @Inject Today today;
  @Inject Clock clock;

  /**
   * Makes an order and returns its id.
   *
   * @param conversationId what it is about; null for the client's open one, if there is one
   * @param dealId of the same client, or null
   * @throws ClientUnknown when the organization has no such client, or the card was merged
   * @throws OrderRefused when nothing is wished for, or something has no price on that day
   * @throws CatalogRefused when something typed cannot stand there
   */
  public long create(
      long clientId,
      Long conversationId,
      Long dealId,
      OrderDraft typed,
      List<Wish> wishes,
      long userId) {
    var draft = typed.checked();
    var facts = prices(wishes);
    var id =
        orders
            .insert(clientId, conversationId, dealId, draft, userId, clock.instant())
            .orElseThrow(() -> new ClientUnknown(clientId));
    facts.forEach((wish, fact) -> orders.addLine(id, wish, fact));
    return id;
  }

  /**
   * Adds something to an order that is still new.
   *
   * @throws CatalogChanged when it is not the order the person has seen
   * @throws OrderRefused when it is not new any more, or there is no price on that day
   */
  public void add(long orderId, int version, List<Wish> wishes) {
    var facts = prices(wishes);
    open(orderId, version);
    facts.forEach((wish, fact) -> orders.addLine(orderId, wish, fact));
  }

  /**
   * Takes a line out of an order that is still new.
   *
   * @throws CatalogChanged when it is not the order the person has seen
   * @throws OrderRefused when it is not new any more
   */
  public void remove(long orderId, int version, long lineId) {
    open(orderId, version);
    orders.removeLine(orderId, lineId);
  }

  /**
   * The same by a person, who may want it back.
   *
   * @return what {@link #putBack} knows it by
   * @throws CatalogChanged when it is not the order the person has seen, or the line is not there
   * @throws OrderRefused when it is not new any more
   */
  public long takeOut(long orderId, int version, long lineId, long userId) {
    open(orderId, version);
    return orders
        .takeOutLine(orderId, lineId, userId)
        .orElseThrow(() -> new CatalogChanged("order line " + lineId));
  }

  /**
   * A line that was taken out stands in its place again, for the price it had.
   *
   * @throws CatalogChanged when it is not the order the person has seen, or its price or departure
   *     was removed meanwhile
   * @throws OrderRefused when it is not new any more
   */
  public void putBack(long orderId, int version, long removal, long userId) {
    open(orderId, version);
    if (!orders.putLineBack(orderId, removal, userId)) {
      throw new CatalogChanged("order line of " + removal);
    }
  }

  /**
   * Writes where to, for whom and what else is to be known, in whatever status.
   *
   * @throws CatalogChanged when it is not the order the person has seen
   * @throws CatalogRefused when something typed cannot stand there
   */
  public void write(long orderId, int version, OrderDraft typed) {
    var draft = typed.checked();
    touch(orderId, version);
    orders.write(orderId, draft);
  }

  /**
   * Moves an order on; confirming takes its seats, all or none, and cancelling gives them back.
   *
   * @throws CatalogChanged when it is not the order the person has seen, or there is none
   * @throws OrderRefused when this status does not follow, nothing was ordered, or a departure has
   *     not as many seats left
   */
  public void change(long orderId, int version, OrderStatus status, long userId) {
    switch (orders.change(orderId, version, status, userId, clock.instant())) {
      case CHANGED -> {}
      case UNKNOWN, STALE -> throw new CatalogChanged("order " + orderId);
      case NOT_NOW -> throw new OrderRefused("not_now");
      case EMPTY -> throw new OrderRefused("empty");
      case FULL -> throw new OrderRefused("full");
    }
  }

  /** In the order in which they were wished for. */
  private Map<Wish, PriceFact> prices(List<Wish> wishes) {
    if (wishes.isEmpty()) {
      throw new OrderRefused("nothing");
    }
    var facts = new LinkedHashMap<Wish, PriceFact>();
    wishes.forEach(wish -> facts.put(wish, price(wish)));
    return facts;
  }

  private PriceFact price(Wish wish) {
    if (wish.unit() == null || wish.quantity() < 1 || wish.quantity() > MOST) {
      throw new CatalogRefused("count");
    }
    return prices
        .on(wish.productId(), wish.unit(), day(wish))
        .orElseThrow(() -> new OrderRefused("no_price"));
  }

  /** A tour costs what holds when it sets out, anything else what holds today. */
  private LocalDate day(Wish wish) {
    if (wish.departureId() == null) {
      return today.day();
    }
    return departures
        .byId(wish.departureId())
        .filter(departure -> departure.productId() == wish.productId())
        .orElseThrow(() -> new OrderRefused("departure"))
        .starts();
  }

  private void open(long orderId, int version) {
    touch(orderId, version);
    if (!orders.status(orderId).map(OrderStatus::isOpen).orElse(false)) {
      throw new OrderRefused("not_open");
    }
  }

  private void touch(long orderId, int version) {
    if (!orders.touch(orderId, version)) {
      throw new CatalogChanged("order " + orderId);
    }
  }
}
