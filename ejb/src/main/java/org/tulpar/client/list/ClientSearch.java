package org.tulpar.client.list;

import java.util.List;
import java.util.regex.Pattern;
import org.tulpar.tenant.WordSearch;

/**
 * What a person types to find a client: words of her card, or digits of a phone, which are found
 * from their end as well.
 */
public final class ClientSearch {

  /** More are not looked at: whoever gets so many types on. */
  static final int MOST = WordSearch.MOST;

  private static final int FEWEST_LAST_DIGITS = 4;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]*");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");

  private final WordSearch search = new WordSearch("client_word", "client_id");

  private ClientSearch() {}

  /**
   * A condition on a client's id; text without a word finds nobody.
   *
   * @param column where the id stands
   */
  public static ClientSearch of(String text, String column) {
    var found = new ClientSearch();
    found.search.append(column).append(" = any (");
    if (PHONE.matcher(text).matches()) {
      found.digits(NO_DIGITS.matcher(text).replaceAll(""));
    } else {
      found.search.words(text);
    }
    found.search.append(")");
    return found;
  }

  /** The condition; its values are {@link #values}. */
  public String sql() {
    return search.sql();
  }

  public List<Object> values() {
    return search.values();
  }

  private void digits(String digits) {
    search.word(digits);
    var last = digits.startsWith("0") ? digits.substring(1) : digits;
    if (last.length() >= FEWEST_LAST_DIGITS) {
      search.append(" || ").word("~" + new StringBuilder(last).reverse());
    }
  }
}
