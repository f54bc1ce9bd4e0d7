package org.tulpar.tenant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person types to find something, as ranges of words: every word typed must begin a word of
 * what is found. The words stand in a table of their own, because row security lets an index be
 * searched by leakproof operators only.
 */
public final class WordSearch {

  /** More are not looked at: whoever gets so many types on. */
  public static final int MOST = 1000;

  private static final int LONGEST_WORD = 40;
  private static final String BEHIND = Character.toString(Character.MAX_CODE_POINT);

  /** As in the function words_of, or what is stored is not what is asked for. */
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[\\]\\s!-/:-@\\[\\\\^_`{-~«»„“”–—…]+");

  private static final String RANGE = "(%1$s.word >= ? and %1$s.word < ?)";

  private final String table;
  private final String key;
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param table of words, for example {@code client_word}
   * @param key its column with the id of what has the word
   */
  public WordSearch(String table, String key) {
    this.table = table;
    this.key = key;
  }

  /**
   * A condition on an id; text without a word finds nothing. An array, not a join: the rows are
   * then fetched by their key, whatever the planner thinks of a table it has not analyzed.
   *
   * @param column where the id stands
   */
  public static WordSearch of(String text, String column, String table, String key) {
    var search = new WordSearch(table, key);
    search.sql.append(column).append(" = any (");
    search.words(text);
    search.sql.append(")");
    return search;
  }

  /** The condition, or what was appended so far; its values are {@link #values}. */
  public String sql() {
    return sql.toString();
  }

  public List<Object> values() {
    return values;
  }

  public WordSearch append(String text) {
    sql.append(text);
    return this;
  }

  /** Appends the ids of whatever has all words of the text. */
  public WordSearch words(String text) {
    var words =
        Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
            .filter(word -> !word.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    return words.isEmpty()
        ? append("'{}'::bigint[]")
        : lookUp(words.getFirst(), words.subList(1, words.size()));
  }

  /** Appends the ids of whatever has this very word. */
  public WordSearch word(String word) {
    return lookUp(word, List.of());
  }

  /** One word is looked up in the order of the index, the others are asked of whoever has it. */
  private WordSearch lookUp(String word, List<String> others) {
    append("array(select w.%s from %s w where ".formatted(key, table));
    range("w", word);
    for (var other : others) {
      append(
          " and exists (select from %1$s o where o.organization_id = w.organization_id and o.%2$s = w.%2$s and "
              .formatted(table, key));
      range("o", other);
      append(")");
    }
    return append(" order by w.word limit %d)".formatted(MOST));
  }

  private void range(String alias, String word) {
    var from = word.substring(0, word.offsetByCodePoints(0, Math.min(points(word), LONGEST_WORD)));
    append(RANGE.formatted(alias));
    values.add(from);
    values.add(from + BEHIND);
  }

  private static int points(String word) {
    return word.codePointCount(0, word.length());
  }
}
