package org.tulpar.conversation.translated;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tulpar.translation.FindingsJson;

/** What messages say in a reader's language. */
@Stateless
public class TranslatedLines {

  @Inject private TranslatedMessages rows;

  /** By message; those that need no translation, or have none yet, are missing. */
  public Map<Long, TranslatedLine> of(Collection<Long> messages, String language) {
    var found = new HashMap<Long, TranslatedLine>();
    if (!messages.isEmpty()) {
      rows.lines(messages, language).forEach(row -> found.put(row.message(), line(row)));
    }
    return found;
  }

  private static TranslatedLine line(TranslatedMessages.Row row) {
    return new TranslatedLine(
        row.source(), row.text(), row.written(), FindingsJson.read(row.findings()), row.failure());
  }

  /** With whom a conversation is held and in which language; nothing when there is none. */
  public Optional<Counterpart> counterpart(long conversation) {
    return rows.counterpart(conversation);
  }

  /** A person says which language a client speaks; null: nobody knows. */
  public void speaks(long conversation, String language) {
    rows.speaks(conversation, language);
  }
}
