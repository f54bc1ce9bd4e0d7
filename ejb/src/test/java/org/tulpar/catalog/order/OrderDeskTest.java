package org.tulpar.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.catalog.CatalogChanged;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.TestedCatalog;
import org.tulpar.client.ClientUnknown;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.list.Sum;

/** Orders, their sums, statuses and seats, against the database as it is. */
class OrderDeskTest {

  private TestedOrders orders;
  private TestedDatabase database;
  private TestedCatalog catalog;
  private OrderDesk desk;
  private long tour;
  private long departure;

  @BeforeEach
  void open() throws SQLException {
    orders = new TestedOrders();
    database = orders.database;
    catalog = orders.catalog;
    desk = orders.desk;
    tour = orders.tour;
    departure = orders.departure;
  }

  @Test
  void a_tour_costs_what_holds_when_it_sets_out_and_the_order_keeps_it() {
    var order = orders.card(orders.order(orders.adults(2)));
    assertThat(order.number()).isEqualTo(1);
    assertThat(order.lines().getFirst().price()).isEqualTo("15000.00");
    assertThat(order.sums()).extracting(Sum::amount).hasToString("[30000.00]");
    assertThatThrownBy(
            () ->
                database.doing(
                    () ->
                        catalog
                            .file()
                            .removePrice(order.lines().getFirst().priceId(), TestedOrders.MANAGER)))
        .hasMessage("price_used");
  }

  @Test
  void goods_cost_what_holds_today() {
    var water = catalog.goods("Вода 19 л");
    catalog.price(water, PriceUnit.PIECE, "199.90", "2026-06-15", "2026-06-15");
    var order = orders.card(orders.order(new Wish(water, null, PriceUnit.PIECE, 3)));
    assertThat(order.sums()).extracting(Sum::amount).hasToString("[599.70]");
  }

  @Test
  void without_a_price_nothing_is_ordered() throws SQLException {
    assertThatThrownBy(() -> orders.order(new Wish(tour, departure, PriceUnit.CHILD, 1)))
        .hasMessage("no_price");
    assertThatThrownBy(() -> orders.order()).hasMessage("nothing");
    assertThat(database.look("select id from orders where organization_id = ?")).isEmpty();
  }

  @Test
  void amounts_of_two_currencies_are_two_sums() {
    var guide = catalog.goods("Гид");
    catalog.price(guide, PriceUnit.PIECE, "100", "USD", "2026-01-01", null);
    var order =
        orders.card(orders.order(orders.adults(1), new Wish(guide, null, PriceUnit.PIECE, 2)));
    assertThat(order.sums())
        .extracting(sum -> sum.amount() + " " + sum.currency())
        .containsExactly("15000.00 KGS", "200.00 USD");
  }

  @Test
  void confirming_takes_the_seats_and_cancelling_gives_them_back() throws SQLException {
    var id = orders.order(orders.adults(3), new Wish(tour, departure, PriceUnit.INFANT, 2));
    assertThat(catalog.taken(departure)).isZero();
    orders.change(id, 0, OrderStatus.CONFIRMED);
    assertThat(catalog.taken(departure)).as("an infant takes none").isEqualTo(3);
    orders.change(id, 1, OrderStatus.PAID);
    assertThat(catalog.taken(departure)).isEqualTo(3);
    orders.change(id, 2, OrderStatus.CANCELLED);
    assertThat(catalog.taken(departure)).isZero();
    assertThat(orders.card(id).steps())
        .extracting(OrderStep::to)
        .containsExactly(
            OrderStatus.CANCELLED, OrderStatus.PAID, OrderStatus.CONFIRMED, OrderStatus.NEW);
    assertThat(
            database.look(
                "select type from audit_event where organization_id = ? and client_id = 7 order by"
                    + " id"))
        .containsExactly("order.created", "order.confirmed", "order.paid", "order.cancelled");
  }

  @Test
  void an_order_for_which_there_are_too_few_seats_is_not_confirmed_at_all() throws SQLException {
    var later = catalog.departure(tour, "2026-08-01", 2);
    var id = orders.order(orders.adults(2), new Wish(tour, later, PriceUnit.ADULT, 3));
    assertThatThrownBy(() -> orders.change(id, 0, OrderStatus.CONFIRMED)).hasMessage("full");
    assertThat(catalog.taken(departure)).isZero();
    assertThat(orders.card(id).status()).isEqualTo(OrderStatus.NEW);
  }

  @Test
  void two_lines_for_one_departure_count_together() {
    var id = orders.order(orders.adults(3));
    database.doing(() -> desk.add(id, 0, List.of(orders.adults(2))));
    assertThatThrownBy(() -> orders.change(id, 1, OrderStatus.CONFIRMED)).hasMessage("full");
  }

  @ParameterizedTest
  @CsvSource({
    "NEW,PAID",
    "NEW,DONE",
    "NEW,NEW",
    "CONFIRMED,DONE",
    "DONE,CANCELLED",
    "CANCELLED,NEW"
  })
  void a_status_that_does_not_follow_is_refused(OrderStatus from, OrderStatus to)
      throws SQLException {
    var id = orders.order(orders.adults(1));
    database.write("update orders set status = '%s' where organization_id = ?".formatted(from));
    assertThatThrownBy(() -> orders.change(id, 0, to)).hasMessage("not_now");
  }

  @Test
  void of_two_who_change_one_order_the_second_is_told() {
    var id = orders.order(orders.adults(1));
    orders.change(id, 0, OrderStatus.CONFIRMED);
    assertThatThrownBy(() -> orders.change(id, 0, OrderStatus.CANCELLED))
        .isInstanceOf(CatalogChanged.class);
    assertThatThrownBy(() -> database.doing(() -> desk.write(id, 0, TestedOrders.NOTHING)))
        .isInstanceOf(CatalogChanged.class);
  }

  @Test
  void what_was_ordered_changes_only_while_the_order_is_new() {
    var id = orders.order(orders.adults(1));
    var line = orders.card(id).lines().getFirst().id();
    database.doing(() -> desk.add(id, 0, List.of(orders.adults(1))));
    database.doing(() -> desk.remove(id, 1, line));
    assertThat(orders.card(id).lines()).hasSize(1);
    orders.change(id, 2, OrderStatus.CONFIRMED);
    assertThatThrownBy(() -> database.doing(() -> desk.add(id, 3, List.of(orders.adults(1)))))
        .hasMessage("not_open");
  }

  @Test
  void a_line_that_was_taken_out_comes_back_for_the_price_it_had() throws SQLException {
    var id = orders.order(orders.adults(1), orders.adults(3));
    var before = orders.card(id).lines();
    long removal =
        database.within(() -> desk.takeOut(id, 0, before.getFirst().id(), TestedOrders.MANAGER));
    assertThat(orders.card(id).lines()).hasSize(1);
    database.write(
        "update product_price set amount = 1 where organization_id = ? and amount = 15000");
    assertThatThrownBy(() -> putBack(id, 0, removal)).isInstanceOf(CatalogChanged.class);
    putBack(id, 1, removal);
    assertThat(orders.card(id).lines()).isEqualTo(before);
    assertThatThrownBy(() -> putBack(id, 2, removal)).isInstanceOf(CatalogChanged.class);
    assertThat(
            database.look(
                "select type from audit_event where organization_id = ? and type like 'order.line%' order by id"))
        .containsExactly("order.line_removed", "order.line_restored");
  }

  @Test
  void a_line_comes_back_into_its_own_order_while_that_is_new() {
    var id = orders.order(orders.adults(1), orders.adults(2));
    var other = orders.order(orders.adults(1));
    var line = orders.card(id).lines().getFirst().id();
    long removal = database.within(() -> desk.takeOut(id, 0, line, TestedOrders.MANAGER));
    assertThatThrownBy(() -> putBack(other, 0, removal)).isInstanceOf(CatalogChanged.class);
    assertThatThrownBy(
            () -> database.within(() -> desk.takeOut(other, 0, line, TestedOrders.MANAGER)))
        .isInstanceOf(CatalogChanged.class);
    orders.change(id, 1, OrderStatus.CONFIRMED);
    assertThatThrownBy(() -> putBack(id, 2, removal)).hasMessage("not_open");
  }

  private void putBack(long order, int version, long removal) {
    database.doing(() -> desk.putBack(order, version, removal, TestedOrders.MANAGER));
  }

  @Test
  void an_order_of_nothing_is_not_confirmed() {
    var id = orders.order(orders.adults(1));
    database.doing(() -> desk.remove(id, 0, orders.card(id).lines().getFirst().id()));
    assertThatThrownBy(() -> orders.change(id, 1, OrderStatus.CONFIRMED)).hasMessage("empty");
  }

  @Test
  void an_address_has_five_characters_or_more() {
    var id = orders.order(orders.adults(1));
    assertThatThrownBy(
            () -> database.doing(() -> desk.write(id, 0, new OrderDraft("ул.", null, null))))
        .hasMessage("address");
    database.doing(
        () -> desk.write(id, 0, new OrderDraft("Бишкек, Чуй 1", "+996 555 000 001", null)));
    assertThat(orders.card(id).phone()).isEqualTo("996555000001");
  }

  @Test
  void orders_move_with_a_merged_card_and_come_back_with_it() throws SQLException {
    database.client(8, "Анна К", null);
    var id = orders.order(orders.adults(1));
    var merge = database.look("select merge_clients(?, 8, 7, 'PERSON', 1)").getFirst();
    assertThat(orders.card(id).clientId()).isEqualTo(8);
    database.look("select undo_merge(?, %s, 1)".formatted(merge));
    assertThat(orders.card(id).clientId()).isEqualTo(TestedOrders.ANNA);
  }

  @Test
  void what_another_organization_ordered_is_not_there() throws SQLException {
    var id = orders.order(orders.adults(1));
    var theirs = new TestedOrders();
    assertThat(theirs.database.within(() -> theirs.list.card(id))).isEmpty();
    assertThatThrownBy(() -> theirs.change(id, 0, OrderStatus.CONFIRMED))
        .isInstanceOf(CatalogChanged.class);
    assertThatThrownBy(() -> theirs.order(orders.adults(1))).hasMessage("departure");
    assertThat(orders.card(id).number())
        .isEqualTo(theirs.card(theirs.order(theirs.adults(1))).number());
  }

  @Test
  void nobody_orders_who_is_not_there() {
    assertThatThrownBy(
            () ->
                database.within(
                    () ->
                        desk.create(
                            99,
                            null,
                            null,
                            TestedOrders.NOTHING,
                            List.of(orders.adults(1)),
                            TestedOrders.MANAGER)))
        .isInstanceOf(ClientUnknown.class);
  }
}
