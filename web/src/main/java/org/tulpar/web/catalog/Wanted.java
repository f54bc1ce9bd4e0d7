package org.tulpar.web.catalog;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.order.Wish;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.tenant.list.Criteria;

/** Reads how many of each were typed beside the prices. */
final class Wanted {

  private static final Pattern FIELD = Pattern.compile("many_([0-9]{0,18})_([A-Z]+)");

  private Wanted() {}

  /**
   * @param departureId or null when the product needs none
   */
  static String field(Long departureId, PriceUnit unit) {
    return "many_" + (departureId == null ? "" : departureId) + "_" + unit;
  }

  /**
   * @throws org.tulpar.catalog.CatalogRefused when something typed is no count
   */
  static List<Wish> of(long productId, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(entry -> !entry.getValue().isBlank() && !entry.getValue().strip().equals("0"))
        .flatMap(
            entry ->
                FIELD
                    .matcher(entry.getKey())
                    .results()
                    .filter(match -> match.group().equals(entry.getKey()))
                    .map(match -> wish(productId, match.group(1), match.group(2), entry)))
        .toList();
  }

  private static Wish wish(
      long productId, String departure, String unit, Map.Entry<String, String> entry) {
    return new Wish(
        productId,
        Criteria.number(departure),
        Criteria.constant(PriceUnit.values(), unit),
        CatalogInput.count(entry.getValue()));
  }
}
