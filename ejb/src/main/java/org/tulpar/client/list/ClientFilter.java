package org.tulpar.client.list;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tulpar.channel.ChannelType;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.FieldChoice;
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
 *     client's conversations, and her card is older than that
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
    List<FieldChoice> fields,
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
        FieldChoice.all(parameter.apply(FieldChoice.NAME)),
        silent(parameter.apply("silent")),
        sort(parameter.apply("sort")));
  }

  /**
   * @param parameters gives all values behind a name of the address, or null
   */
  public static ClientFilter read(Function<String, String[]> parameters) {
    return of(Criteria.first(parameters))
        .holding(FieldChoice.all(parameters.apply(FieldChoice.NAME)));
  }

  /** Without the values that none of these fields offers, as when they were removed since. */
  public ClientFilter within(List<CustomField> known) {
    return holding(FieldChoice.among(known, fields));
  }

  private ClientFilter holding(List<FieldChoice> held) {
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
        .withAll(FieldChoice.NAME, fields)
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
