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
 */
public record OrderFilter(
    String search, OrderStatus status, Long clientId, Long productId, Long dealId, Long importId)
    implements Serializable {

  public OrderFilter(
      String search, OrderStatus status, Long clientId, Long productId, Long dealId) {
    this(search, status, clientId, productId, dealId, null);
  }

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
        Criteria.number(parameter.apply("import")));
  }

  public static OrderFilter ofClient(long clientId) {
    return new OrderFilter("", null, clientId, null, null);
  }

  public Criteria criteria() {
    return new Criteria()
        .with("q", search)
        .with("status", status)
        .with("client", clientId)
        .with("product", productId)
        .with("deal", dealId)
        .with("import", importId);
  }

  /** The same orders in another status, null for all. */
  public OrderFilter in(OrderStatus other) {
    return new OrderFilter(search, other, clientId, productId, dealId, importId);
  }

  /** On {@code orders o}. */
  Condition condition() {
    var condition =
        new Condition()
            .where("o.status = ?", status)
            .where("o.client_id = ?", clientId)
            .where("o.deal_id = ?", dealId)
            .where("o.import_id = ?", importId)
            .where(
                "o.id in (select l.order_id from order_line l where l.product_id = ?)", productId);
    return search.isEmpty() ? condition : searched(condition);
  }

  private Condition searched(Condition condition) {
    if (search.matches(NUMBER)) {
      return condition.and("o.number = ?", List.of(Long.valueOf(search.replaceAll("[^0-9]", ""))));
    }
    var clients = ClientSearch.of(search, "o.client_id");
    return condition.and(clients.sql(), clients.values());
  }
}
