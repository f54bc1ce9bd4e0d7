package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.order.OrderDesk;
import org.tulpar.catalog.order.OrderFilter;
import org.tulpar.catalog.order.OrderList;
import org.tulpar.catalog.order.OrderRow;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.catalog.product.ProductCard;
import org.tulpar.catalog.product.ProductFile;
import org.tulpar.conversation.team.Colleague;
import org.tulpar.conversation.team.Teams;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.tenant.list.Page;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.Pager;
import org.tulpar.web.conversation.Readers;

/** The list of orders as its address says, and the next step of each. */
@Named("orders")
@RequestScoped
public class OrdersBacking {

  /** A status to narrow the list to: its address, its word, whether it is shown. */
  public record Tab(String address, String word, boolean on) {}

  private static final Set<String> KEPT = Set.of("status", "client", "product", "deal", "import");

  @Inject private OrderList list;
  @Inject private OrderDesk desk;
  @Inject private ProductFile products;
  @Inject private Teams teams;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private OrderFilter filter;
  private Page<OrderRow> page;
  private List<OrderTile> lines;
  private Integer count;
  private String product;

  /** Moves the order of the pressed button on, against the version that was shown. */
  void act(Act act) {
    var parts = act.rest().split("[.]", 2);
    var status = Criteria.constant(OrderStatus.values(), parts[0]);
    var version = parts.length == 2 ? Criteria.number(parts[1]) : null;
    if (act.name().equals("step") && status != null && version != null) {
      try {
        desk.change(act.id(), version.intValue(), status, readers.user());
        notices.done("order.moved." + status);
      } catch (Refused e) {
        notices.refusedBefore(e);
      }
    }
    Faces.redirect("orders" + (getQuery().isEmpty() ? "" : "?" + getQuery()));
  }

  public List<Tab> getTabs() {
    var shown = getFilter().status();
    var reader = readers.reader();
    return Stream.concat(Stream.of((OrderStatus) null), Arrays.stream(OrderStatus.values()))
        .map(
            status ->
                new Tab(
                    "orders?" + getFilter().in(status).criteria().query(),
                    reader.word(status == null ? "orders.all" : "order.status." + status),
                    status == shown))
        .toList();
  }

  public OrderFilter getFilter() {
    if (filter == null) {
      filter = OrderFilter.of(Faces::getRequestParameter);
    }
    return filter;
  }

  /** Who may have made an order; whoever is asked for may have left. */
  public List<Colleague> getManagers() {
    return teams.colleagues(getFilter().managerId());
  }

  /** What the product is called whose orders an address asks for; empty when it is no more. */
  public String getProduct() {
    if (product == null && getFilter().productId() != null) {
      product = products.card(getFilter().productId()).map(ProductCard::name).orElse("");
    }
    return product;
  }

  /** The address of the same orders, whatever was ordered. */
  public String getOfAnyProduct() {
    return "orders?" + getFilter().ofAnyProduct().criteria().query();
  }

  /** What the fields of the form do not show, for it to keep. */
  public List<Map.Entry<String, String>> getKept() {
    return getParameters().stream().filter(one -> KEPT.contains(one.getKey())).toList();
  }

  /** The filter as names and values. */
  public List<Map.Entry<String, String>> getParameters() {
    return getFilter().criteria().parameters();
  }

  public List<OrderTile> getLines() {
    if (lines == null) {
      var reader = readers.reader();
      lines = page().rows().stream().map(row -> OrderTile.of(row, reader)).toList();
    }
    return lines;
  }

  public Pager getPager() {
    return Pager.of("orders", getFilter().criteria(), page(), count(), readers.reader());
  }

  public String getTotal() {
    return readers
        .reader()
        .word(count() > Page.MANY ? "products.total.many" : "products.total", count());
  }

  public boolean isNarrow() {
    return !getFilter().criteria().isEmpty();
  }

  /** The filter as an address, without question mark. */
  public String getQuery() {
    return getFilter().criteria().query();
  }

  private int count() {
    if (count == null) {
      count = list.count(getFilter());
    }
    return count;
  }

  private Page<OrderRow> page() {
    if (page == null) {
      var before = Criteria.number(Faces.getRequestParameter("before"));
      var after = Criteria.number(Faces.getRequestParameter("after"));
      if (before != null) {
        page = list.before(getFilter(), before);
      } else {
        page = after == null ? list.first(getFilter()) : list.after(getFilter(), after);
      }
    }
    return page;
  }
}
