package org.tulpar.client.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person types to find a client, as ranges of words: every word typed must begin a word of
 * the card. Digits are found from their end as well.
 */
public final class ClientSearch {

  /** More are not looked at: whoever gets so many types on. */
  static final int MOST = 1000;

  private static final int LONGEST_WORD = 40;
  private static final int FEWEST_LAST_DIGITS = 4;
  private static final String BEHIND = Character.toString(Character.MAX_CODE_POINT);

  /** As in the function words_of, or what is stored is not what is asked for. */
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[\\]\\s!-/:-@\\[\\\\^_`{-~«»„“”–—…]+");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]*");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");

  private static final String RANGE = "(%1$s.word >= ? and %1$s.word < ?)";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  private ClientSearch() {}

  /**
   * A condition on a client's id; text without a word finds nobody. An array, not a join: the cards
   * are then fetched by their key, whatever the planner thinks of a table it has not analyzed.
   *
   * @param column where the id stands
   */
  public static ClientSearch of(String text, String column) {
    var search = new ClientSearch();
    search.sql.append(column).append(" = any (");
    if (PHONE.matcher(text).matches()) {
      search.digits(NO_DIGITS.matcher(text).replaceAll(""));
    } else {
      search.words(text);
    }
    search.sql.append(")");
    return search;
  }

  /** The condition; its values are {@link #values}. */
  public String sql() {
    return sql.toString();
  }

  public List<Object> values() {
    return values;
  }

  private void digits(String digits) {
    lookUp(digits, List.of());
    var last = digits.startsWith("0") ? digits.substring(1) : digits;
    if (last.length() >= FEWEST_LAST_DIGITS) {
      sql.append(" || ");
      lookUp("~" + new StringBuilder(last).reverse(), List.of());
    }
  }

  private void words(String text) {
    var words =
        Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
            .filter(word -> !word.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    if (words.isEmpty()) {
      sql.append("'{}'::bigint[]");
    } else {
      lookUp(words.getFirst(), words.subList(1, words.size()));
    }
  }

  /** One word is looked up in the order of the index, the others are asked of whoever has it. */
  private void lookUp(String word, List<String> others) {
    sql.append("array(select w.client_id from client_word w where ");
    range("w", word);
    for (var other : others) {
      sql.append(
          " and exists (select from client_word o where o.organization_id = w.organization_id"
              + " and o.client_id = w.client_id and ");
      range("o", other);
      sql.append(")");
    }
    sql.append(" order by w.word limit %d)".formatted(MOST));
  }

  private void range(String alias, String word) {
    var from = word.substring(0, word.offsetByCodePoints(0, Math.min(points(word), LONGEST_WORD)));
    sql.append(RANGE.formatted(alias));
    values.add(from);
    values.add(from + BEHIND);
  }

  private static int points(String word) {
    return word.codePointCount(0, word.length());
  }
}
