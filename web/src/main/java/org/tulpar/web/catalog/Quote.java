package org.tulpar.web.catalog;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductRow;
import org.tulpar.web.client.Money;
import org.tulpar.web.conversation.Reader;

/**
 * What a client may be told of a product: its name, its next departure, and what it costs then. A
 * price that no fact says is not in it.
 *
 * @param about what the person who tells it should know: the free places, or that there is no price
 */
public record Quote(String name, String about, String text) {

  static Quote of(ProductRow row, Reader reader) {
    var next = row.next();
    var when = next == null ? "" : ", " + Days.term(next.starts(), next.ends(), reader);
    var costs =
        row.prices().stream().map(fact -> cost(fact, reader)).collect(Collectors.joining(", "));
    var said = row.name() + when + (costs.isEmpty() ? "" : ": " + costs);
    return new Quote(row.name(), about(row, said, reader), said);
  }

  private static String about(ProductRow row, String said, Reader reader) {
    var next = row.next();
    return Stream.of(
            said.substring(row.name().length()).replaceFirst("^[,:] ", ""),
            row.prices().isEmpty() ? reader.word("quote.priceless") : "",
            next == null ? "" : DepartureLine.of(next, next.starts(), reader).places())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String cost(PriceFact fact, Reader reader) {
    var money = Money.of(fact.amount(), fact.currency(), reader);
    return fact.unit() == PriceUnit.PIECE
        ? money
        : reader.word("unit." + fact.unit()).toLowerCase(reader.locale()) + " " + money;
  }
}
