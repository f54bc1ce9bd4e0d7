package org.tulpar.catalog.order;

import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tulpar.client.list.ClientSearch;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Which orders a list shows, the newest first; it is the query of the page's address.
 *
 * @param search the number of an order, or words and phone of its client; empty for none
 * @param managerId who made the order
 * @param what words of the name or the code of something that was ordered; empty for none
 */
public record OrderFilter(
    String search,
    OrderStatus status,
    Long clientId,
    Long productId,
    Long dealId,
    Long importId,
    Long managerId,
    String what,
    OrderSpan span)
    implements Serializable {

  private static final String NUMBER = "[#№]?\\s?[0-9]{1,9}";

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static OrderFilter of(UnaryOperator<String> parameter) {
    return new OrderFilter(
        Criteria.search(parameter.apply("q")),
        Criteria.constant(OrderStatus.values(), parameter.apply("status")),
        Criteria.number(parameter.apply("client")),
        Criteria.number(parameter.apply("product")),
        Criteria.number(parameter.apply("deal")),
        Criteria.number(parameter.apply("import")),
        Criteria.number(parameter.apply("manager")),
        Criteria.search(parameter.apply("what")),
        OrderSpan.of(parameter));
  }

  public static OrderFilter ofClient(long clientId) {
    return of(name -> name.equals("client") ? Long.toString(clientId) : null);
  }

  public Criteria criteria() {
    var criteria =
        new Criteria()
            .with("q", search)
            .with("status", status)
            .with("client", clientId)
            .with("product", productId)
            .with("deal", dealId)
            .with("import", importId)
            .with("manager", managerId)
            .with("what", what);
    return span.with(criteria);
  }

  /** The same orders in another status, null for all. */
  public OrderFilter in(OrderStatus other) {
    return new OrderFilter(
        search, other, clientId, productId, dealId, importId, managerId, what, span);
  }

  /** The same orders and those of all other products. */
  public OrderFilter ofAnyProduct() {
    return new OrderFilter(search, status, clientId, null, dealId, importId, managerId, what, span);
  }

  /** On {@code orders o}. */
  Condition condition() {
    var condition =
        new Condition()
            .where("o.status = ?", status)
            .where("o.client_id = ?", clientId)
            .where("o.deal_id = ?", dealId)
            .where("o.import_id = ?", importId)
            .where("o.user_id = ?", managerId);
    if (!span.isOfDepartures()) {
      span.ofOrders(condition);
    }
    if (productId != null || !what.isEmpty() || span.isOfDepartures()) {
      var lines = lines();
      condition.and(
          "o.id in (select l.order_id from order_line l left join product_departure d on d.organization_id"
              + " = l.organization_id and d.id = l.departure_id where "
              + lines.sql()
              + ")",
          List.of(lines.values()));
    }
    return search.isEmpty() ? condition : searched(condition);
  }

  /** All of it is asked of one line: the tour that sets out on those days. */
  private Condition lines() {
    var condition =
        new Condition()
            .where("l.product_id = ?", productId)
            .search(what, "l.product_id", "product_word", "product_id");
    if (span.isOfDepartures()) {
      span.ofDepartures(condition);
    }
    return condition;
  }

  private Condition searched(Condition condition) {
    if (search.matches(NUMBER)) {
      return condition.and("o.number = ?", List.of(Long.valueOf(search.replaceAll("[^0-9]", ""))));
    }
    var clients = ClientSearch.of(search, "o.client_id");
    return condition.and(clients.sql(), clients.values());
  }
}
