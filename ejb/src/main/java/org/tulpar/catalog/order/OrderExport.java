package org.tulpar.catalog.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tulpar.tenant.Trail;
import org.tulpar.transfer.SafeCsv;

/** Writes the orders of a filter, a currency of an order a line: amounts of two are no sum. */
@Stateless
public class OrderExport {

  @Inject OrderRows rows;
  @Inject Trail trail;

  /**
   * Writes the newest first and leaves the writer open. Who took them away, and how many, is kept
   * for the audit.
   *
   * @param titles of the columns: number, time (UTC), status, client, product, lines, first day,
   *     amount, currency
   * @param words what a status is called
   */
  public void write(
      OrderFilter filter,
      List<String> titles,
      Function<OrderStatus, String> words,
      char separator,
      long userId,
      Writer out) {
    var written =
        new SafeCsv(separator, out)
            .write(
                titles,
                (Long last, int most) -> rows.page(filter, last, false, most),
                OrderRow::id,
                row -> lines(row, words));
    trail.record("orders.exported", userId, "orders", written);
  }

  private static Stream<List<String>> lines(OrderRow row, Function<OrderStatus, String> words) {
    return row.sums().isEmpty()
        ? Stream.of(cells(row, words, "", ""))
        : row.sums().stream()
            .map(sum -> cells(row, words, sum.amount().toPlainString(), sum.currency()));
  }

  private static List<String> cells(
      OrderRow row, Function<OrderStatus, String> words, String amount, String currency) {
    return List.of(
        Long.toString(row.number()),
        row.at().toString(),
        words.apply(row.status()),
        row.client() == null ? "" : row.client(),
        row.what() == null ? "" : row.what(),
        Integer.toString(row.lines()),
        row.starts() == null ? "" : row.starts().toString(),
        amount,
        currency);
  }
}
