package org.tulpar.web.catalog;

import java.time.LocalDate;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.web.client.Money;
import org.tulpar.web.conversation.Reader;

/**
 * A price fact as it is shown.
 *
 * @param now whether it holds today; a later or an earlier one does not
 * @param open whether it may still be ended
 */
public record PriceLine(
    long id, String unit, String season, String amount, String term, boolean now, boolean open) {

  static PriceLine of(PriceFact fact, LocalDate today, Reader reader) {
    return new PriceLine(
        fact.id(),
        reader.word("unit." + fact.unit()),
        fact.season(),
        Money.of(fact.amount(), fact.currency(), reader),
        Days.term(fact.from(), fact.to(), reader),
        fact.holds(today),
        fact.to() == null || fact.to().isAfter(today));
  }
}
