package org.tulpar.client.list;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tulpar.channel.ChannelType;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.FieldChoice;

/**
 * Which clients a list shows and in which order. It is the query of the page's address, and that is
 * how a segment keeps it; what is not understood in an address is absent, never an error.
 *
 * @param search words, or digits of a phone; empty for none
 * @param language ISO 639-1, or null for any; the other criteria likewise
 * @param managerId who leads a conversation with the client
 * @param stageId where a deal of the client stands
 * @param field what the client's card holds in a custom field
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
    FieldChoice field,
    Integer silent,
    ClientSort sort)
    implements Serializable {

  /** Days. */
  public static final List<Integer> SILENT = List.of(30, 90);

  private static final int LONGEST_SEARCH = 100;

  public static final ClientFilter EVERYBODY =
      new ClientFilter("", null, null, null, null, null, null, null, null, null, ClientSort.NEWEST);

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static ClientFilter of(UnaryOperator<String> parameter) {
    return new ClientFilter(
        search(parameter.apply("q")),
        constant(ChannelType.values(), parameter.apply("channel"), null),
        language(parameter.apply("lang")),
        number(parameter.apply("tag")),
        number(parameter.apply("stage")),
        number(parameter.apply("manager")),
        number(parameter.apply("company")),
        number(parameter.apply("import")),
        FieldChoice.of(parameter.apply(FieldChoice.NAME)),
        silent(parameter.apply("silent")),
        constant(ClientSort.values(), parameter.apply("sort"), ClientSort.NEWEST));
  }

  /** Without a value that none of these fields offers, as when it was removed since. */
  public ClientFilter within(List<CustomField> fields) {
    return field == null || field.isAmong(fields)
        ? this
        : of(name -> name.equals(FieldChoice.NAME) ? null : parameters().get(name));
  }

  /** The address again, without question mark; empty for everybody in the usual order. */
  public String query() {
    return parameters().entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The address without one of its names: how a single criterion is taken back. */
  public String without(String name) {
    var rest = parameters();
    rest.remove(name);
    return of(rest::get).query();
  }

  /** Whether it leaves anybody out. */
  public boolean isNarrow() {
    var names = parameters();
    names.remove("sort");
    return !names.isEmpty();
  }

  /** The address, name by name. */
  public Map<String, String> parameters() {
    var names = new LinkedHashMap<String, String>();
    put(names, "q", search.isEmpty() ? null : search);
    put(names, "channel", channel);
    put(names, "lang", language);
    put(names, "tag", tagId);
    put(names, "stage", stageId);
    put(names, "manager", managerId);
    put(names, "company", companyId);
    put(names, "import", importId);
    put(names, FieldChoice.NAME, field);
    put(names, "silent", silent);
    put(names, "sort", sort == ClientSort.NEWEST ? null : sort);
    return names;
  }

  private static void put(Map<String, String> names, String name, Object value) {
    if (value != null) {
      names.put(name, value.toString());
    }
  }

  private static String search(String text) {
    var words = text == null ? "" : text.strip();
    return words.length() <= LONGEST_SEARCH ? words : words.substring(0, LONGEST_SEARCH);
  }

  private static String language(String text) {
    return text != null && text.matches("[a-z]{2,3}") ? text : null;
  }

  private static Long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  private static Integer silent(String text) {
    return SILENT.stream().filter(days -> days.toString().equals(text)).findFirst().orElse(null);
  }

  private static <E extends Enum<E>> E constant(E[] all, String name, E otherwise) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(otherwise);
  }
}
