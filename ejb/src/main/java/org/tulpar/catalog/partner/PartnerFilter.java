package org.tulpar.catalog.partner;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Which partners a list shows; it is the query of the page's address.
 *
 * @param search words of the name, the person or the email; empty for none
 * @param retired whether those one no longer works with are shown, and only those
 * @param importId the file they came in, or null
 */
public record PartnerFilter(String search, boolean retired, Long importId) implements Serializable {

  public PartnerFilter(String search, boolean retired) {
    this(search, retired, null);
  }

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static PartnerFilter of(UnaryOperator<String> parameter) {
    return new PartnerFilter(
        Criteria.search(parameter.apply("q")),
        "true".equals(parameter.apply("retired")),
        Criteria.number(parameter.apply("import")));
  }

  public Criteria criteria() {
    return new Criteria()
        .with("q", search)
        .with("retired", retired ? "true" : null)
        .with("import", importId);
  }

  /** On {@code partner r}. */
  Condition condition() {
    return new Condition()
        .where("r.active = ?", !retired)
        .where("r.import_id = ?", importId)
        .search(search, "r.id", "partner_word", "partner_id");
  }
}
