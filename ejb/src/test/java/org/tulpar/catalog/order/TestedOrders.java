package org.tulpar.catalog.order;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.TestedCatalog;
import org.tulpar.tenant.TestedDatabase;

/** Orders outside a server: a client, and a tour with a departure of four seats. */
public final class TestedOrders {

  static final long MANAGER = 1;
  public static final long ANNA = 7;
  static final OrderDraft NOTHING = new OrderDraft(null, null, null);
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-15T06:00:00Z"), ZoneOffset.UTC);

  public final TestedDatabase database = TestedDatabase.ofNewOrganization();
  public final TestedCatalog catalog = new TestedCatalog(database, CLOCK);
  public final OrderDesk desk = new OrderDesk();
  final OrderList list = new OrderList();
  public final long tour;
  final long departure;

  public TestedOrders() throws SQLException {
    list.rows = new OrderRows();
    list.rows.sql = database.sql();
    desk.orders = new Orders();
    desk.orders.sql = database.sql();
    desk.departures = catalog.departures();
    desk.prices = catalog.prices();
    desk.today = catalog.today();
    desk.clock = CLOCK;
    tour = catalog.tour("IK-3", "Иссык-Куль");
    catalog.price(tour, PriceUnit.ADULT, "12000.50", "2026-01-01", "2026-06-30");
    catalog.price(tour, PriceUnit.ADULT, "15000", "2026-07-01", null);
    catalog.price(tour, PriceUnit.INFANT, "0", "2026-01-01", null);
    departure = catalog.departure(tour, "2026-07-12", 4);
    database.client(ANNA, "Анна Ким", "996555000001");
  }

  Wish adults(int many) {
    return new Wish(tour, departure, PriceUnit.ADULT, many);
  }

  long order(Wish... wishes) {
    return database.within(() -> desk.create(ANNA, null, null, NOTHING, List.of(wishes), MANAGER));
  }

  public void change(long id, int version, OrderStatus status) {
    database.doing(() -> desk.change(id, version, status, MANAGER));
  }

  OrderCard card(long id) {
    return database.within(() -> list.card(id)).orElseThrow();
  }
}
