package org.tulpar.client.company;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Which companies a list shows; it is the query of the page's address.
 *
 * @param search words of the name; empty for none
 * @param importId the file they came in, or null
 */
public record CompanyFilter(String search, Long importId) implements Serializable {

  public static final CompanyFilter ALL = new CompanyFilter("");

  public CompanyFilter(String search) {
    this(search, null);
  }

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static CompanyFilter of(UnaryOperator<String> parameter) {
    return new CompanyFilter(
        Criteria.search(parameter.apply("q")), Criteria.number(parameter.apply("import")));
  }

  public Criteria criteria() {
    return new Criteria().with("q", search).with("import", importId);
  }

  /** On {@code company f}. */
  Condition condition() {
    return new Condition()
        .where("f.import_id = ?", importId)
        .search(search, "f.id", "company_word", "company_id");
  }
}
