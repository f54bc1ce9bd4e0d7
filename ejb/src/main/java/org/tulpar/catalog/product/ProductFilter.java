package org.tulpar.catalog.product;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Which products a list shows; it is the query of the page's address.
 *
 * @param search words of the name or the code; empty for none
 * @param retired whether those that are no longer offered are shown, and only those
 */
public record ProductFilter(
    String search, ProductType type, Long partnerId, Long importId, boolean retired)
    implements Serializable {

  public static final ProductFilter ALL = new ProductFilter("", null, null, null, false);

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static ProductFilter of(UnaryOperator<String> parameter) {
    return new ProductFilter(
        Criteria.search(parameter.apply("q")),
        Criteria.constant(ProductType.values(), parameter.apply("type")),
        Criteria.number(parameter.apply("partner")),
        Criteria.number(parameter.apply("import")),
        "true".equals(parameter.apply("retired")));
  }

  public Criteria criteria() {
    return new Criteria()
        .with("q", search)
        .with("type", type)
        .with("partner", partnerId)
        .with("import", importId)
        .with("retired", retired ? "true" : null);
  }

  /** On {@code product p}. */
  Condition condition() {
    return new Condition()
        .where("p.active = ?", !retired)
        .where("p.type = ?", type)
        .where("p.partner_id = ?", partnerId)
        .where("p.import_id = ?", importId)
        .search(search, "p.id", "product_word", "product_id");
  }
}
