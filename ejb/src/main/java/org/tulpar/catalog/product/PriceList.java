package org.tulpar.catalog.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.tulpar.catalog.Today;

/**
 * What something costs: the only answer that others may quote. For a product, a unit and a day
 * there is one fact or none; of a tour the day is the one it sets out on.
 */
@Stateless
public class PriceList {

  @Inject Prices prices;
  @Inject Today today;

  /**
   * The fact that holds on this day of the organization's calendar, or nothing: then nobody may
   * name a price.
   */
  public Optional<PriceFact> on(long productId, PriceUnit unit, LocalDate day) {
    return prices.on(productId, unit, day);
  }

  /** As {@link #on}, for what is today in the organization's time zone. */
  public Optional<PriceFact> now(long productId, PriceUnit unit) {
    return on(productId, unit, today.day());
  }
}
