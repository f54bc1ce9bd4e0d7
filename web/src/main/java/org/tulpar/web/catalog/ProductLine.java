package org.tulpar.web.catalog;

import java.time.LocalDate;
import java.util.List;
import org.tulpar.catalog.product.ProductRow;
import org.tulpar.web.conversation.Reader;

/**
 * A line of the product list as it is shown.
 *
 * @param next the next departure, or null
 * @param prices that hold today
 */
public record ProductLine(
    long id,
    String name,
    String code,
    String partner,
    String type,
    DepartureLine next,
    List<PriceLine> prices) {

  static ProductLine of(ProductRow row, LocalDate today, Reader reader) {
    return new ProductLine(
        row.id(),
        row.name(),
        row.code(),
        row.partner(),
        reader.word("product.type." + row.type()),
        row.next() == null ? null : DepartureLine.of(row.next(), today, reader),
        row.prices().stream().map(fact -> PriceLine.of(fact, today, reader)).toList());
  }
}
