package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.catalog.order.OrderDesk;
import org.tulpar.catalog.order.OrderDraft;
import org.tulpar.catalog.order.OrderRefused;
import org.tulpar.catalog.order.OrderStatus;
import org.tulpar.catalog.order.Wish;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.tenant.TenantScope;

/** Two managers at once, each with a connection of her own, want the last seats. */
class OrderSeatsTest {

  private static final int ROUNDS = 10;

  @RegisterExtension final Office office = new Office();
  private final OrderDesk desk = office.get(OrderDesk.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "Markus");
    office.change(
        "insert into product (organization_id, id, type, name) values (:o, 1, 'TOUR', 'Song-Kul')");
    office.change(
        "insert into product_price (organization_id, id, product_id, unit, amount, currency,"
            + " valid_from) values (:o, 1, 1, 'ADULT', 100, 'USD', '2020-01-01')");
    office.change(
        "insert into product_departure (organization_id, id, product_id, starts_on, ends_on, seats)"
            + " select :o, i, 1, current_date + i, current_date + i, 3 from generate_series(1, 20) i");
  }

  @Test
  void ofTwoOrdersForMoreSeatsThanThereAreOneIsConfirmed() throws Exception {
    for (long departure = 1; departure <= ROUNDS; departure++) {
      var one = order(wish(departure, 2));
      var two = order(wish(departure, 2));
      var answers = atOnce(confirming(one), confirming(two));
      assertThat(answers)
          .filteredOn(OrderRefused.class::isInstance)
          .singleElement()
          .hasToString("org.tulpar.catalog.order.OrderRefused: full");
      assertThat(taken(departure)).isEqualTo("2");
    }
  }

  /** Each names the departures in another order; a deadlock would be an error of the database. */
  @Test
  void ordersThatWantTheSameDeparturesInAnotherOrderDoNotWaitForEachOther() throws Exception {
    for (long departure = 1; departure <= ROUNDS; departure++) {
      var one = order(wish(departure, 1), wish(departure + 10, 1));
      var two = order(wish(departure + 10, 1), wish(departure, 1));
      assertThat(atOnce(confirming(one), confirming(two))).containsExactly("done", "done");
      assertThat(taken(departure) + taken(departure + 10)).isEqualTo("22");
    }
  }

  @Test
  void anOrderThatIsCancelledTwiceAtOnceGivesItsSeatsBackOnce() throws Exception {
    for (long departure = 1; departure <= ROUNDS; departure++) {
      var kept = order(wish(departure, 1));
      var order = order(wish(departure, 2));
      confirming(kept).call();
      confirming(order).call();
      assertThat(atOnce(cancelling(order), cancelling(order)))
          .filteredOn("done"::equals)
          .hasSize(1);
      assertThat(taken(departure)).isEqualTo("1");
    }
  }

  private static Wish wish(long departure, int many) {
    return new Wish(1, departure, PriceUnit.ADULT, many);
  }

  private long order(Wish... wishes) {
    return office.within(
        () ->
            desk.create(
                1, null, null, new OrderDraft(null, null, null), List.of(wishes), Office.AIGUL));
  }

  private Callable<Object> confirming(long order) {
    return changing(order, 0, OrderStatus.CONFIRMED);
  }

  private Callable<Object> cancelling(long order) {
    return changing(order, 1, OrderStatus.CANCELLED);
  }

  private Callable<Object> changing(long order, int version, OrderStatus status) {
    return () ->
        TenantScope.calling(
            office.organization(),
            () -> {
              desk.change(order, version, status, Office.BAKYT);
              return "done";
            });
  }

  private String taken(long departure) {
    return office.text("select taken from product_departure where id = " + departure);
  }

  /** What each came to: its answer, or why it was refused. */
  private static List<Object> atOnce(Callable<Object> one, Callable<Object> two)
      throws InterruptedException {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers = new ArrayList<Object>();
      for (Future<Object> future :
          List.of(threads.submit(after(start, one)), threads.submit(after(start, two)))) {
        try {
          answers.add(future.get());
        } catch (ExecutionException e) {
          answers.add(e.getCause());
        }
      }
      return answers;
    }
  }

  private static Callable<Object> after(CyclicBarrier start, Callable<Object> work) {
    return () -> {
      start.await();
      return work.call();
    };
  }
}
