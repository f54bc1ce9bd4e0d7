package org.tulpar.client.company;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Which companies a list shows; it is the query of the page's address.
 *
 * @param search words of the name; empty for none
 */
public record CompanyFilter(String search) implements Serializable {

  public static final CompanyFilter ALL = new CompanyFilter("");

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static CompanyFilter of(UnaryOperator<String> parameter) {
    return new CompanyFilter(Criteria.search(parameter.apply("q")));
  }

  public Criteria criteria() {
    return new Criteria().with("q", search);
  }

  /** On {@code company f}. */
  Condition condition() {
    return new Condition().search(search, "f.id", "company_word", "company_id");
  }
}
