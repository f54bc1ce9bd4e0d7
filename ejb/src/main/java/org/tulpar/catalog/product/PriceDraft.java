package org.tulpar.catalog.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;

/** A price as a person has typed it or a file has it, read. */
public record PriceDraft(
    PriceUnit unit,
    String season,
    BigDecimal amount,
    String currency,
    LocalDate from,
    LocalDate to) {

  /**
   * @throws CatalogRefused at the first thing that cannot stand there, or that is missing
   */
  public static PriceDraft read(
      PriceUnit unit, String season, String amount, String currency, String from, String to) {
    var draft =
        new PriceDraft(
            unit,
            CatalogInput.line(season),
            CatalogInput.amount(amount),
            CatalogInput.currency(currency),
            CatalogInput.day(from),
            CatalogInput.day(to));
    draft.complete();
    return draft;
  }

  private void complete() {
    if (unit == null) {
      throw new CatalogRefused("unit");
    }
    if (amount == null) {
      throw new CatalogRefused("amount");
    }
    if (currency == null) {
      throw new CatalogRefused("currency");
    }
    if (from == null) {
      throw new CatalogRefused("price_from");
    }
    if (to != null && to.isBefore(from)) {
      throw new CatalogRefused("term");
    }
  }
}
