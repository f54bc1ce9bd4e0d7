package org.tulpar.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** Orders as they are found, listed and written into a file. */
class OrderListTest {

  private TestedOrders orders;
  private TestedDatabase database;
  private OrderList list;

  @BeforeEach
  void open() throws SQLException {
    orders = new TestedOrders();
    database = orders.database;
    list = orders.list;
  }

  @Test
  void orders_are_found_by_number_by_client_and_by_product() {
    orders.order(orders.adults(1));
    var second = orders.order(orders.adults(2));
    for (var search : List.of("2", "№ 2", "#2")) {
      assertThat(found(filter("q=" + search))).containsExactly(second);
    }
    assertThat(found(filter("q=анна", "status=NEW", "client=7", "product=" + orders.tour)))
        .hasSize(2);
    assertThat(database.within(() -> list.few(filter("q=анна"), 1)))
        .extracting(OrderRow::id)
        .containsExactly(second);
    assertThat(found(filter("status=PAID"))).isEmpty();
    assertThat(database.within(() -> list.ofClient(TestedOrders.ANNA)).getFirst().what())
        .isEqualTo("Иссык-Куль");
  }

  @Test
  void orders_are_found_by_who_made_them_when_and_for_which_day() throws SQLException {
    var first = orders.order(orders.adults(1));
    var second = orders.order(orders.adults(2));
    database.write(
        "update orders set user_id = 2, created_at = '2026-06-14 18:30+00' where organization_id ="
            + " ? and id = ?",
        first);
    database.write("update organization set time_zone = 'Asia/Bishkek' where organization_id = ?");
    assertThat(found(filter("manager=2"))).containsExactly(first);
    assertThat(found(filter("to=2026-06-14"))).isEmpty();
    assertThat(found(filter("from=2026-06-15", "to=2026-06-15"))).containsExactly(second, first);
    assertThat(found(filter("from=2026-06-16"))).isEmpty();
    assertThat(found(filter("by=departure", "from=2026-07-12", "to=2026-07-12"))).hasSize(2);
    assertThat(found(filter("by=departure", "from=2026-07-13"))).isEmpty();
    assertThat(found(filter("by=departure", "to=2026-07-11"))).isEmpty();
    assertThat(found(filter("what=иссык"))).hasSize(2);
    assertThat(found(filter("what=IK-3", "by=departure", "from=2026-07-01"))).hasSize(2);
    assertThat(found(filter("what=арча"))).isEmpty();
  }

  @Test
  void an_address_says_which_orders_are_meant_and_nothing_else() {
    var address =
        "status=NEW&product=5&manager=2&what=a+b&by=departure&from=2026-07-01&to=2026-07-31";
    assertThat(filter(address.replace('+', ' ').split("&")).criteria().query()).isEqualTo(address);
    assertThat(filter("by=departure", "from=2026-02-30", "manager=me", "what= ").criteria().query())
        .isEmpty();
    assertThat(filter("to=2026-07-31", "by=made").criteria().query()).isEqualTo("to=2026-07-31");
  }

  @Test
  void pages_of_orders_go_on_and_back() {
    for (int i = 0; i < 60; i++) {
      orders.order(orders.adults(1));
    }
    var everything = filter();
    var first = database.within(() -> list.first(everything));
    assertThat(first.rows()).hasSize(50).first().extracting(OrderRow::number).isEqualTo(60L);
    var second = database.within(() -> list.after(everything, Long.parseLong(first.after())));
    assertThat(second.rows()).hasSize(10);
    assertThat(
            database.within(() -> list.before(everything, Long.parseLong(second.before()))).rows())
        .isEqualTo(first.rows());
  }

  @Test
  void an_export_names_each_currency_by_itself() {
    orders.order(orders.adults(2));
    var export = new OrderExport();
    export.rows = new OrderRows();
    export.rows.sql = database.sql();
    export.trail = TestedTrail.trail(database);
    var out = new StringWriter();
    database.doing(
        () -> export.write(filter(), List.of("Номер"), Enum::name, ';', TestedOrders.MANAGER, out));
    assertThat(out.toString())
        .contains("\"NEW\";\"Анна Ким\";\"Иссык-Куль\"")
        .contains("\"30000.00\";\"KGS\"");
  }

  @Test
  void lists_of_orders_are_read_from_indexes() throws SQLException {
    database.write(
        "insert into orders (organization_id, id, number, client_id, status) select ?, i, i, 7,"
            + " case i % 100 when 0 then 'NEW' else 'DONE' end from generate_series(1, 20000) i");
    database.analyze();
    assertThat(
            database.plan(
                "select * from orders o where o.status = 'NEW' and o.id < 15000 order by o.id desc"
                    + " limit 51"))
        .contains("Index Scan")
        .doesNotContain("Seq Scan");
    assertThat(database.plan("select * from orders o where o.number = 77"))
        .contains("orders_organization_id_number_key");
    assertThat(
            database.plan(
                "select * from orders o where o.client_id = 7 order by o.id desc limit 20"))
        .doesNotContain("Seq Scan");
  }

  /** As many orders as somebody has after years, each for one of four hundred departures. */
  @Test
  void narrowed_lists_of_orders_are_read_from_indexes() throws SQLException {
    database.write(
        "insert into product_departure (organization_id, id, product_id, starts_on, ends_on, seats)"
            + " select ?, 100000 + n, ?, date '2027-01-01' + n, date '2027-01-01' + n, 9 from"
            + " generate_series(0, 399) n",
        orders.tour);
    database.write(
        "insert into orders (organization_id, id, number, client_id, user_id, created_at) select ?,"
            + " i, i, 7, case i % 500 when 0 then 1 else 2 end, timestamptz '2026-01-01' + i *"
            + " interval '1 hour' from generate_series(1, 20000) i");
    database.write(
        "insert into order_line (organization_id, id, order_id, product_id, departure_id, price_id,"
            + " unit, quantity, unit_price, currency) select o.organization_id, 200000 + o.id, o.id,"
            + " p.product_id, 100000 + o.id % 400, p.id, p.unit, 1, p.amount, p.currency from orders"
            + " o join lateral (select * from product_price x where x.organization_id ="
            + " o.organization_id order by x.id limit 1) p on true where o.organization_id = ?");
    database.analyze();
    assertThat(plan("manager=1")).contains("orders_user").doesNotContain("Seq Scan");
    assertThat(plan("from=2026-03-01", "to=2026-03-02"))
        .contains("orders_made")
        .doesNotContain("Seq Scan on orders");
    assertThat(plan("by=departure", "from=2027-02-01", "to=2027-02-02"))
        .contains("product_departure_starts", "order_line_departure")
        .doesNotContain("Seq Scan");
    assertThat(plan("what=юрта", "manager=1")).doesNotContain("Seq Scan on order");
  }

  private String plan(String... address) {
    var condition = filter(address).condition();
    return database.plan(
        "select o.* from orders o where " + condition.sql() + " order by o.id desc limit ?",
        condition.values(51));
  }

  private static OrderFilter filter(String... address) {
    return OrderFilter.of(
        name ->
            Arrays.stream(address)
                .filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(name.length() + 1))
                .findFirst()
                .orElse(null));
  }

  private List<Long> found(OrderFilter filter) {
    return database.within(() -> list.first(filter)).rows().stream().map(OrderRow::id).toList();
  }
}
