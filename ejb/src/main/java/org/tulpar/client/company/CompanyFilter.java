package org.tulpar.client.company;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.FieldCriterion;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Which companies a list shows; it is the query of the page's address.
 *
 * @param search words of the name; empty for none
 * @param tagId that they bear, or null for any
 * @param deals whether a deal with somebody there is open, or null for either
 * @param people whether somebody works there, or null for either
 * @param fields what they hold in custom fields, in all of them at once
 * @param importId the file they came in, or null
 */
public record CompanyFilter(
    String search, Long tagId, Has deals, Has people, List<FieldCriterion> fields, Long importId)
    implements Serializable {

  /** Whether there are any. */
  public enum Has {
    SOME,
    NONE
  }

  public static final CompanyFilter ALL = new CompanyFilter("");

  private static final String TAGGED =
      "exists (select from company_tag x where x.organization_id = f.organization_id"
          + " and x.company_id = f.id and x.tag_id = ?)";

  // Asked of each company in the order of the list until the page is full: an exists would be
  // joined, and the planner takes whole tables for "there is none".
  private static final String SELLING =
      "coalesce((select true from client c join deal d on d.organization_id = c.organization_id and"
          + " d.client_id = c.id join stage s on s.organization_id = d.organization_id and s.id ="
          + " d.stage_id and s.kind = 'OPEN' where c.organization_id = f.organization_id and"
          + " c.company_id = f.id limit 1), false)";

  private static final String PEOPLED =
      "coalesce((select true from client c where c.organization_id = f.organization_id"
          + " and c.company_id = f.id and c.merged_into_id is null limit 1), false)";

  public CompanyFilter(String search) {
    this(search, null, null, null, List.of(), null);
  }

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static CompanyFilter of(UnaryOperator<String> parameter) {
    return new CompanyFilter(
        Criteria.search(parameter.apply("q")),
        Criteria.number(parameter.apply("tag")),
        Criteria.constant(Has.values(), parameter.apply("deals")),
        Criteria.constant(Has.values(), parameter.apply("people")),
        FieldCriterion.all(parameter, parameter.apply(FieldCriterion.NAME)),
        Criteria.number(parameter.apply("import")));
  }

  /**
   * @param parameters gives all values behind a name of the address, or null
   */
  public static CompanyFilter read(Function<String, String[]> parameters) {
    var first = Criteria.first(parameters);
    return of(first).holding(FieldCriterion.all(first, parameters.apply(FieldCriterion.NAME)));
  }

  /** Without what none of these fields can be asked, as when it was removed since. */
  public CompanyFilter within(List<CustomField> known) {
    return holding(FieldCriterion.among(known, fields));
  }

  private CompanyFilter holding(List<FieldCriterion> held) {
    return new CompanyFilter(search, tagId, deals, people, held, importId);
  }

  public Criteria criteria() {
    return new Criteria()
        .with("q", search)
        .with("tag", tagId)
        .with("deals", deals)
        .with("people", people)
        .withAll(FieldCriterion.NAME, fields)
        .with("import", importId);
  }

  /** On {@code company f}. */
  Condition condition() {
    var condition =
        new Condition()
            .where("f.import_id = ?", importId)
            .where(TAGGED, tagId)
            .search(search, "f.id", "company_word", "company_id");
    fields.forEach(one -> condition.and(Bearer.COMPANY.has(one, "f"), one.values()));
    has(condition, SELLING, deals);
    has(condition, PEOPLED, people);
    return condition;
  }

  private static void has(Condition condition, String some, Has wanted) {
    if (wanted != null) {
      condition.and(wanted == Has.SOME ? some : "not " + some, List.of());
    }
  }
}
