package org.tulpar.deal.example;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tulpar.catalog.order.OrderDesk;
import org.tulpar.catalog.order.OrderDraft;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.catalog.order.Wish;
import org.tulpar.catalog.product.PriceDraft;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductEdit;
import org.tulpar.catalog.product.ProductFile;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** The products of the examples, and who has ordered them. */
@Repository
class ExampleSales {

  /** By the places of clients and of products: who orders what, for how many, and how far it is. */
  private record Sale(int client, int product, int quantity, OrderStatus status) {}

  private static final List<Sale> SALES =
      List.of(
          new Sale(0, 0, 2, OrderStatus.NEW),
          new Sale(1, 1, 2, OrderStatus.CONFIRMED),
          new Sale(3, 2, 3, OrderStatus.CONFIRMED));

  private record Offered(long id, Long departure, PriceUnit unit) {}

  @Inject private ProductFile products;
  @Inject private OrderDesk orders;
  @Inject private TenantSql sql;

  /** Returns what the clients want, by their numbers. */
  Map<Long, Long> bring(Locale language, List<Long> clients, String currency, long userId) {
    var offers = new ArrayList<Offered>();
    for (var offer : ExampleOffer.all(language)) {
      offers.add(offer(offer, currency, userId));
    }
    var wanted = new HashMap<Long, Long>();
    for (var sale : SALES) {
      var offer = offers.get(sale.product());
      wanted.put(clients.get(sale.client()), offer.id());
      var wish = new Wish(offer.id(), offer.departure(), offer.unit(), sale.quantity());
      var order =
          orders.create(
              clients.get(sale.client()),
              null,
              null,
              new OrderDraft(null, null, null),
              List.of(wish),
              userId);
      sql.change("update orders set example = true where id = ?", order);
      if (sale.status() != OrderStatus.NEW) {
        orders.change(order, 0, sale.status(), userId);
      }
    }
    return wanted;
  }

  private Offered offer(ExampleOffer offer, String currency, long userId) {
    var product =
        products.add(
            new ProductEdit(offer.type(), null, offer.name(), offer.description(), null, true, 0),
            userId);
    sql.change("update product set example = true where id = ?", product);
    var today = products.today();
    var unit = offer.departs() == null ? PriceUnit.PIECE : PriceUnit.ADULT;
    products.price(
        product, new PriceDraft(unit, null, offer.price(), currency, today, null), userId);
    if (offer.departs() == null) {
      return new Offered(product, null, unit);
    }
    var starts = today.plusDays(offer.departs());
    var departure =
        products.departure(
            product, starts.toString(), starts.plusDays(2).toString(), ExampleOffer.SEATS, userId);
    return new Offered(product, departure, unit);
  }

  void removeOrders() {
    sql.change("delete from orders where example");
  }

  /**
   * One that somebody has really ordered, or made a deal about, stays and is an example no more.
   */
  void removeProducts() {
    sql.change(
        """
        delete from product p where p.example and not exists (
          select from order_line l where l.organization_id = p.organization_id and l.product_id = p.id)
          and not exists (select from deal d where d.organization_id = p.organization_id and d.product_id = p.id)
        """);
    sql.change("update product set example = false where example");
  }
}
