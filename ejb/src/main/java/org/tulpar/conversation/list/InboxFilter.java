package org.tulpar.conversation.list;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which conversations the inbox shows and in which order. It is the query of the page's address,
 * and that is how a view keeps it; what is not understood in an address is absent, never an error.
 *
 * @param search words of messages or of the client, digits of a phone; empty for none
 * @param managerId who is to answer, or null for anybody; the other criteria likewise
 * @param stageId where the deal of the conversation stands
 * @param tagId on the client
 * @param language of the client, ISO 639-1
 * @param span what became of it within some days, or null
 * @param sort null for the one that suits the tab
 */
public record InboxFilter(
    InboxTab tab,
    String search,
    UUID channelId,
    Long managerId,
    Long teamId,
    Long stageId,
    Long tagId,
    String language,
    InboxState state,
    InboxSpan span,
    InboxSort sort)
    implements Serializable {

  private static final int LONGEST_SEARCH = 100;

  /**
   * @param parameter gives the value behind a name of the address, or null
   * @param otherwise the tab where the address names none
   */
  public static InboxFilter of(UnaryOperator<String> parameter, InboxTab otherwise) {
    return new InboxFilter(
        constant(InboxTab.values(), parameter.apply("tab"), otherwise),
        search(parameter.apply("q")),
        uuid(parameter.apply("channel")),
        number(parameter.apply("manager")),
        number(parameter.apply("team")),
        number(parameter.apply("stage")),
        number(parameter.apply("tag")),
        language(parameter.apply("lang")),
        constant(InboxState.values(), parameter.apply("state"), null),
        InboxSpan.of(parameter),
        constant(InboxSort.values(), parameter.apply("sort"), null));
  }

  /** Everything on a tab. */
  public static InboxFilter of(InboxTab tab) {
    return of(name -> null, tab);
  }

  /** The same on another tab. */
  public InboxFilter on(InboxTab other) {
    return new InboxFilter(
        other, search, channelId, managerId, teamId, stageId, tagId, language, state, span, null);
  }

  /** The same in another order. */
  public InboxFilter by(InboxSort order) {
    return new InboxFilter(
        tab, search, channelId, managerId, teamId, stageId, tagId, language, state, span, order);
  }

  /** Everything of which something was so. */
  public static InboxFilter of(InboxSpan span) {
    return of(InboxTab.ALL).within(span);
  }

  /** The same, of which something was so within some days. */
  public InboxFilter within(InboxSpan days) {
    return new InboxFilter(
        tab, search, channelId, managerId, teamId, stageId, tagId, language, state, days, sort);
  }

  /** The same in one channel. */
  public InboxFilter in(UUID channel) {
    return new InboxFilter(
        tab, search, channel, managerId, teamId, stageId, tagId, language, state, span, sort);
  }

  public InboxSort order() {
    return sort != null ? sort : tab == InboxTab.NEEDS_HUMAN ? InboxSort.WAITING : InboxSort.LATEST;
  }

  public boolean searches() {
    return !search.isEmpty();
  }

  /** Whether it leaves out anything of its tab. */
  public boolean isNarrow() {
    var names = parameters();
    names.remove("tab");
    names.remove("sort");
    return !names.isEmpty();
  }

  /** The address again, without question mark. */
  public String query() {
    return parameters().entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The address without one of its names: how a single criterion is taken back. */
  public String without(String name) {
    var rest = parameters();
    rest.remove(name);
    return of(rest::get, tab).query();
  }

  /** The same, but of its criteria these only. */
  public InboxFilter only(Collection<String> names) {
    var rest = parameters();
    rest.keySet().retainAll(names);
    return of(rest::get, InboxTab.ALL);
  }

  /** The address, name by name. */
  public Map<String, String> parameters() {
    var names = new LinkedHashMap<String, String>();
    put(names, "tab", tab);
    put(names, "q", search.isEmpty() ? null : search);
    put(names, "channel", channelId);
    put(names, "manager", managerId);
    put(names, "team", teamId);
    put(names, "stage", stageId);
    put(names, "tag", tagId);
    put(names, "lang", language);
    put(names, "state", state);
    if (span != null) {
      names.putAll(span.parameters());
    }
    put(names, "sort", sort);
    return names;
  }

  private static void put(Map<String, String> names, String name, Object value) {
    if (value != null) {
      names.put(name, value.toString());
    }
  }

  private static String search(String text) {
    var words = text == null ? "" : text.replace("\u0000", "").strip();
    return words.length() <= LONGEST_SEARCH ? words : words.substring(0, LONGEST_SEARCH);
  }

  private static String language(String text) {
    return text != null && text.matches("[a-z]{2,3}") ? text : null;
  }

  static Long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  private static UUID uuid(String text) {
    return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? UUID.fromString(text)
        : null;
  }

  static <E extends Enum<E>> E constant(E[] all, String name, E otherwise) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(otherwise);
  }
}
