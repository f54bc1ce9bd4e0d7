package org.tulpar.catalog.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tulpar.tenant.list.Page;

/** The orders of the organization, the newest first, a page at a time, in either direction. */
@Stateless
public class OrderList {

  /** Beside a client stand no more. */
  private static final int BESIDE_A_CLIENT = 20;

  @Inject OrderRows rows;

  public Page<OrderRow> first(OrderFilter filter) {
    return page(filter, null, false);
  }

  /** The latest few, for a list that is looked at in passing. */
  public List<OrderRow> few(OrderFilter filter, int most) {
    return rows.page(filter, null, false, most);
  }

  /** Those behind the order of this id. */
  public Page<OrderRow> after(OrderFilter filter, long last) {
    return page(filter, last, false);
  }

  /** The page that ends before this order; the first page when there is not a whole one. */
  public Page<OrderRow> before(OrderFilter filter, long first) {
    var page = page(filter, first, true);
    return page.before() == null ? first(filter) : page;
  }

  /** At most {@link Page#MANY} and one more. */
  public int count(OrderFilter filter) {
    return rows.count(filter, Page.MANY + 1);
  }

  /** The latest orders of a client. */
  public List<OrderRow> ofClient(long clientId) {
    return rows.page(OrderFilter.ofClient(clientId), null, false, BESIDE_A_CLIENT);
  }

  public Optional<OrderCard> card(long orderId) {
    return rows.byId(orderId);
  }

  private Page<OrderRow> page(OrderFilter filter, Long from, boolean back) {
    var found = rows.page(filter, from, back, Page.SIZE + 1);
    return Page.of(found, back, from == null, row -> Long.toString(row.id()));
  }
}
