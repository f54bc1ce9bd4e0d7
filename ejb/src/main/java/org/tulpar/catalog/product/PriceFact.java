package org.tulpar.catalog.product;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a product costs on each day of its term. A fact is never changed, only ended.
 *
 * @param season what people call the term, or null
 * @param amount in {@code currency} (ISO 4217), two decimals
 * @param from the first day it holds for
 * @param to the last day it holds for, or null while there is no end
 */
public record PriceFact(
    long id,
    long productId,
    PriceUnit unit,
    String season,
    BigDecimal amount,
    String currency,
    LocalDate from,
    LocalDate to) {

  /** Whether it holds on this day; both ends belong to the term. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
