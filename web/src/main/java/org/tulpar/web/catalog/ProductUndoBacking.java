package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.product.Departure;
import org.tulpar.catalog.product.PriceDraft;
import org.tulpar.catalog.product.PriceFact;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductCard;
import org.tulpar.catalog.product.ProductFile;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Readers;

/** Takes a price or a departure away, and brings back on the next page what it was. */
@Named("productUndo")
@RequestScoped
public class ProductUndoBacking {

  @Inject private ProductFile file;
  @Inject private Readers readers;
  @Inject private UndoBacking undo;

  void removePrice(ProductCard card, long id) {
    file.removePrice(id, readers.user());
    card.prices().stream()
        .filter(fact -> fact.id() == id)
        .findFirst()
        .ifPresent(fact -> undo.offer("product.price-remove", kept(fact)));
    Faces.redirect("products/" + card.id());
  }

  void removeDeparture(ProductCard card, long id) {
    file.removeDeparture(id, readers.user());
    card.departures().stream()
        .filter(departure -> departure.id() == id)
        .findFirst()
        .ifPresent(departure -> undo.offer("product.departure-remove", kept(departure)));
    Faces.redirect("products/" + card.id());
  }

  /** What was just removed, on its days again; what others have put there meanwhile stays. */
  public void restore() {
    var product = Criteria.number(undo.value("product"));
    if (product != null) {
      undo.back(() -> put(product), "products/" + product);
    }
  }

  private void put(long product) {
    if (undo.value("unit") == null) {
      file.departure(
          product, undo.value("starts"), undo.value("ends"), undo.value("seats"), readers.user());
      return;
    }
    var draft =
        PriceDraft.read(
            Criteria.constant(PriceUnit.values(), undo.value("unit")),
            undo.value("season"),
            undo.value("amount"),
            undo.value("currency"),
            undo.value("from"),
            undo.value("to"));
    file.price(product, draft, readers.user());
  }

  private static Map<String, String> kept(PriceFact fact) {
    var values = new HashMap<String, String>();
    values.put("product", Long.toString(fact.productId()));
    values.put("unit", fact.unit().name());
    values.put("season", fact.season());
    values.put("amount", fact.amount().toPlainString());
    values.put("currency", fact.currency());
    values.put("from", fact.from().toString());
    values.put("to", day(fact.to()));
    return values;
  }

  private static Map<String, String> kept(Departure departure) {
    return Map.of(
        "product",
        Long.toString(departure.productId()),
        "starts",
        departure.starts().toString(),
        "ends",
        departure.ends().toString(),
        "seats",
        Integer.toString(departure.seats()));
  }

  private static String day(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
