package org.tulpar.conversation.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tulpar.client.list.ClientSearch;
import org.tulpar.tenant.TenantScope;

/**
 * What a person types to find a conversation: every word must be in one message or in one of the
 * languages it was read or written in, as it stands, bent as Russian or English bend it, or begun;
 * or the client's card must have them.
 */
final class MessageSearch {

  /** Messages looked at, the latest of those that match: whoever gets so many types on. */
  static final int MOST = 2000;

  private static final int MOST_WORDS = 8;
  private static final int FEWEST_LETTERS_BEGUN = 2;

  /** Everything that has a meaning of its own in a question to the index. */
  private static final String NO_WORD = "[^\\p{L}\\p{N}]+";

  private static final String ONE =
      " && (to_tsquery('simple', ?) || plainto_tsquery('russian', ?) || plainto_tsquery('english', ?))";

  /**
   * Of translations the latest are told by their messages' numbers, behind a fence: a walk along
   * those numbers might seem cheaper than the index of words.
   */
  private static final String MATCHES =
      """
      select y.conversation_id from (
        (select m.id, m.conversation_id, m.occurred_at from message m where m.words @@ (%1$s) and m.deleted_at is null
         order by m.occurred_at desc limit %2$d)
        union
        (select m.id, m.conversation_id, m.occurred_at from message m where m.deleted_at is null and m.id = any (array(
           select distinct t.message_id from (select x.message_id from message_translation x where x.words @@ (%1$s) offset 0) t
           order by t.message_id desc limit %2$d)))) y
      order by y.occurred_at desc limit %2$d""";

  private static final String FOUND =
      "(id = any (array(select found.conversation_id from (%s) found)) or %s)";

  private final List<String> words;
  private final ClientSearch clients;

  private MessageSearch(List<String> words, ClientSearch clients) {
    this.words = words;
    this.clients = clients;
  }

  static MessageSearch of(String text) {
    var words =
        Arrays.stream(text.split(NO_WORD, -1))
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(MOST_WORDS)
            .toList();
    return new MessageSearch(words, ClientSearch.of(text, "client_id"));
  }

  /** A condition on a conversation; its values are {@link #values}. */
  String sql() {
    return words.isEmpty() ? clients.sql() : FOUND.formatted(matches(MOST), clients.sql());
  }

  List<Object> values() {
    var values = matchesValues();
    values.addAll(clients.values());
    return values;
  }

  /** The conversations of the latest messages that match, one row for each message. */
  String matches(int most) {
    return MATCHES.formatted(question(), most);
  }

  List<Object> matchesValues() {
    var values = questionValues();
    values.addAll(questionValues());
    return values;
  }

  boolean hasWords() {
    return !words.isEmpty();
  }

  /** The question to the index: whose, and each word in any of its shapes. */
  String question() {
    return "?::tsquery" + ONE.repeat(words.size());
  }

  List<Object> questionValues() {
    var values = new ArrayList<Object>();
    if (!words.isEmpty()) {
      values.add("'~" + TenantScope.required() + "'");
    }
    for (var word : words) {
      values.add(word.length() < FEWEST_LETTERS_BEGUN ? word : word + ":*");
      values.add(word);
      values.add(word);
    }
    return values;
  }
}
