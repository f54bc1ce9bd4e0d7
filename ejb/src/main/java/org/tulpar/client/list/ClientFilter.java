package org.tulpar.client.list;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tulpar.channel.ChannelType;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.FieldCriterion;
import org.tulpar.tenant.list.Criteria;

/**
 * Which clients a list shows and in which order. It is the query of the page's address, and that is
 * how a segment keeps it; what is not understood in an address is absent, never an error.
 *
 * @param search words, or digits of a phone; empty for none
 * @param language ISO 639-1, or null for any; the other criteria likewise
 * @param managerId who leads a conversation with the client
 * @param stageId where a deal of the client stands
 * @param fields what the client's card holds in custom fields, in all of them at once
 * @param silent one of {@link #SILENT}: for so many days nobody has said anything in any of the
 *     client's conversations, however young her card is; where there was none, her card is older
 *     than that
 */
public record ClientFilter(
    String search,
    ChannelType channel,
    String language,
    Long tagId,
    Long stageId,
    Long managerId,
    Long companyId,
    Long importId,
    List<FieldCriterion> fields,
    Integer silent,
    ClientSort sort)
    implements Serializable {

  /** Days. */
  public static final List<Integer> SILENT = List.of(30, 90);

  public static final ClientFilter EVERYBODY = of(name -> null);

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static ClientFilter of(UnaryOperator<String> parameter) {
    return new ClientFilter(
        Criteria.search(parameter.apply("q")),
        Criteria.constant(ChannelType.values(), parameter.apply("channel")),
        language(parameter.apply("lang")),
        Criteria.number(parameter.apply("tag")),
        Criteria.number(parameter.apply("stage")),
        Criteria.number(parameter.apply("manager")),
        Criteria.number(parameter.apply("company")),
        Criteria.number(parameter.apply("import")),
        FieldCriterion.all(parameter, parameter.apply(FieldCriterion.NAME)),
        silent(parameter.apply("silent")),
        sort(parameter.apply("sort")));
  }

  /**
   * @param parameters gives all values behind a name of the address, or null
   */
  public static ClientFilter read(Function<String, String[]> parameters) {
    var first = Criteria.first(parameters);
    return of(first).holding(FieldCriterion.all(first, parameters.apply(FieldCriterion.NAME)));
  }

  /** Without what none of these fields can be asked, as when it was removed since. */
  public ClientFilter within(List<CustomField> known) {
    return holding(FieldCriterion.among(known, fields));
  }

  private ClientFilter holding(List<FieldCriterion> held) {
    return new ClientFilter(
        search, channel, language, tagId, stageId, managerId, companyId, importId, held, silent,
        sort);
  }

  /** The address again; empty for everybody in the usual order. */
  public Criteria criteria() {
    return narrowing().with("sort", sort == ClientSort.NEWEST ? null : sort);
  }

  /** The address again, without question mark. */
  public String query() {
    return criteria().query();
  }

  /** The address without one of its names: how a single criterion is taken back. */
  public String without(String name) {
    return criteria().without(name).query();
  }

  /** Whether it leaves anybody out. */
  public boolean isNarrow() {
    return !narrowing().isEmpty();
  }

  private Criteria narrowing() {
    return new Criteria()
        .with("q", search)
        .with("channel", channel)
        .with("lang", language)
        .with("tag", tagId)
        .with("stage", stageId)
        .with("manager", managerId)
        .with("company", companyId)
        .with("import", importId)
        .withAll(FieldCriterion.NAME, fields)
        .with("silent", silent);
  }

  private static String language(String text) {
    return text != null && text.matches("[a-z]{2,3}") ? text : null;
  }

  private static Integer silent(String text) {
    return SILENT.stream().filter(days -> days.toString().equals(text)).findFirst().orElse(null);
  }

  private static ClientSort sort(String name) {
    var asked = Criteria.constant(ClientSort.values(), name);
    return asked == null ? ClientSort.NEWEST : asked;
  }
}
