package org.tulpar.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
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
      assertThat(found(new OrderFilter(search, null, null, null, null))).containsExactly(second);
    }
    assertThat(
            found(new OrderFilter("анна", OrderStatus.NEW, TestedOrders.ANNA, orders.tour, null)))
        .hasSize(2);
    assertThat(database.within(() -> list.few(new OrderFilter("анна", null, null, null, null), 1)))
        .extracting(OrderRow::id)
        .containsExactly(second);
    assertThat(found(new OrderFilter("", OrderStatus.PAID, null, null, null))).isEmpty();
    assertThat(database.within(() -> list.ofClient(TestedOrders.ANNA)).getFirst().what())
        .isEqualTo("Иссык-Куль");
  }

  @Test
  void pages_of_orders_go_on_and_back() {
    for (int i = 0; i < 60; i++) {
      orders.order(orders.adults(1));
    }
    var everything = new OrderFilter("", null, null, null, null);
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
        () ->
            export.write(
                new OrderFilter("", null, null, null, null),
                List.of("Номер"),
                Enum::name,
                ';',
                TestedOrders.MANAGER,
                out));
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

  private List<Long> found(OrderFilter filter) {
    return database.within(() -> list.first(filter)).rows().stream().map(OrderRow::id).toList();
  }
}
