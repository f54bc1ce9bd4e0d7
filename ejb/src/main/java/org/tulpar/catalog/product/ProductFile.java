package org.tulpar.catalog.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.tulpar.catalog.CatalogChanged;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;
import org.tulpar.catalog.Today;
import org.tulpar.tenant.Trail;

/** Opens a product, and changes it in the name of a person. */
@Stateless
public class ProductFile {

  @Inject Products products;
  @Inject Departures departures;
  @Inject Prices prices;
  @Inject Today today;
  @Inject Trail trail;

  public Optional<ProductCard> card(long productId) {
    return products.byId(productId, today.day());
  }

  /** What is today in the organization's time zone. */
  public LocalDate today() {
    return today.day();
  }

  /**
   * Returns the id of the new product.
   *
   * @throws CatalogRefused when something typed cannot stand there, or the code is taken
   */
  public long add(ProductEdit typed, long userId) {
    var id =
        products.insert(typed.checked(), null).orElseThrow(() -> new CatalogRefused("code_taken"));
    trail.record("product.created", userId, "product", id);
    return id;
  }

  /**
   * @throws CatalogRefused when something typed cannot stand there, or the code is taken
   * @throws CatalogChanged when somebody else has saved meanwhile
   */
  public void save(long productId, ProductEdit typed, long userId) {
    var edit = typed.checked();
    if (products.isTaken(edit.code(), productId)) {
      throw new CatalogRefused("code_taken");
    }
    if (!products.update(productId, edit)) {
      throw new CatalogChanged("product " + productId);
    }
    trail.record("product.edited", userId, "product", productId);
  }

  /**
   * Adds a price fact and returns its id.
   *
   * @throws CatalogRefused when another fact of this unit holds on one of these days
   */
  public long price(long productId, PriceDraft draft, long userId) {
    var id =
        prices
            .insert(present(productId).id(), draft)
            .orElseThrow(() -> new CatalogRefused("price_overlaps"));
    trail.record("price.added", userId, "price", id);
    return id;
  }

  /**
   * Lets a fact hold for the last time on this day.
   *
   * @throws CatalogRefused when it does not hold so long anyway, or begins later
   */
  public void endPrice(long priceId, String lastDay, long userId) {
    var last = CatalogInput.day(lastDay);
    if (last == null) {
      throw new CatalogRefused("day");
    }
    if (!prices.end(priceId, last)) {
      throw new CatalogRefused("price_end");
    }
    trail.record("price.ended", userId, "price", priceId);
  }

  /**
   * Takes a fact away that was typed by mistake.
   *
   * @throws CatalogRefused when an order was made from it: then it can only be ended
   */
  public void removePrice(long priceId, long userId) {
    var product = prices.remove(priceId).orElseThrow(() -> new CatalogRefused("price_used"));
    trail.record("price.removed", userId, "product", product);
  }

  /**
   * Adds a departure and returns its id.
   *
   * @param ends the last day, or blank for the first one
   * @throws CatalogRefused when something is missing, or one sets out on that day already
   */
  public long departure(long productId, String starts, String ends, String seats, long userId) {
    var draft = DepartureDraft.read(starts, ends, seats);
    if (present(productId).type() != ProductType.TOUR) {
      throw new CatalogRefused("no_tour");
    }
    var id =
        departures
            .insert(productId, draft.starts(), draft.ends(), draft.seats())
            .orElseThrow(() -> new CatalogRefused("departure_taken"));
    trail.record("departure.added", userId, "departure", id);
    return id;
  }

  /**
   * Says how many seats a departure has.
   *
   * @throws CatalogRefused when more are taken already
   */
  public void seats(long departureId, String typed, long userId) {
    var seats = CatalogInput.count(typed);
    if (seats == null) {
      throw new CatalogRefused("count");
    }
    if (!departures.seat(departureId, seats)) {
      throw new CatalogRefused("seats_taken");
    }
    trail.record("departure.seats_changed", userId, "departure", departureId);
  }

  /**
   * Takes a departure away.
   *
   * @throws CatalogRefused when something was ordered on it
   */
  public void removeDeparture(long departureId, long userId) {
    var product =
        departures.remove(departureId).orElseThrow(() -> new CatalogRefused("departure_used"));
    trail.record("departure.removed", userId, "product", product);
  }

  private ProductCard present(long productId) {
    return card(productId).orElseThrow(() -> new CatalogChanged("product " + productId));
  }
}
