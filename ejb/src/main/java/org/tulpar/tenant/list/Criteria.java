package org.tulpar.tenant.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a list is narrowed to, as names and values of the page's address; what is not understood
 * there is absent, never an error.
 */
public final class Criteria {

  private static final int LONGEST_SEARCH = 100;

  private final List<Map.Entry<String, String>> pairs = new ArrayList<>();

  /** Null and blank are left out. */
  public Criteria with(String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      pairs.add(Map.entry(name, value.toString()));
    }
    return this;
  }

  /** One behind the other, each under the same name. */
  public Criteria withAll(String name, List<?> values) {
    values.forEach(value -> with(name, value));
    return this;
  }

  /** The same without this value of a name; the others of that name stay. */
  public Criteria without(String name, Object value) {
    var left = new Criteria();
    left.pairs.addAll(pairs);
    left.pairs.remove(Map.entry(name, value.toString()));
    return left;
  }

  /** The same without anything of a name. */
  public Criteria without(String name) {
    var left = new Criteria();
    pairs.stream().filter(pair -> !pair.getKey().equals(name)).forEach(left.pairs::add);
    return left;
  }

  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** The address name by name, for a form that shall keep it. */
  public List<Map.Entry<String, String>> parameters() {
    return List.copyOf(pairs);
  }

  /** The address, without question mark. */
  public String query() {
    return pairs.stream()
        .map(
            pair ->
                pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * Where a name stands once, or its first value counts.
   *
   * @param parameters gives all values behind a name, or null
   */
  public static UnaryOperator<String> first(Function<String, String[]> parameters) {
    return name -> {
      var values = parameters.apply(name);
      return values == null || values.length == 0 ? null : values[0];
    };
  }

  /** Empty for nothing. */
  public static String search(String text) {
    var words = text == null ? "" : text.strip();
    return words.length() <= LONGEST_SEARCH ? words : words.substring(0, LONGEST_SEARCH);
  }

  public static Long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /** A day of the calendar, as ISO 8601 writes it. */
  public static LocalDate day(String text) {
    if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  public static <E extends Enum<E>> E constant(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }
}
