package org.tulpar.conversation.translated;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tulpar.translation.EngineChoice;
import org.tulpar.translation.FindingsJson;
import org.tulpar.translation.Tongue;

/** What messages say in a reader's language. */
@Stateless
public class TranslatedLines {

  @Inject private TranslatedMessages rows;
  @Inject private EngineChoice engine;

  /** By message; those that need no translation, or have none yet, are missing. */
  public Map<Long, TranslatedLine> of(Collection<Long> messages, String language) {
    var found = new HashMap<Long, TranslatedLine>();
    if (!messages.isEmpty()) {
      rows.lines(messages, language).forEach(row -> found.put(row.message(), line(row)));
    }
    return found;
  }

  /**
   * Has translated what a reader sees and was never translated for her, as after she has chosen
   * another language, or what another month's budget did not last for; not what she can read as it
   * is, and nothing when there is no engine or nothing left of its budget. Returns which messages
   * will be.
   *
   * @param seen with their texts
   */
  public List<Long> want(long conversation, Map<Long, String> seen, String language) {
    var worded = new HashMap<>(seen);
    worded.values().removeIf(text -> !Tongue.hasWords(text));
    if (worded.isEmpty()) {
      return List.of();
    }
    var settings = engine.read();
    if (!settings.affords()) {
      return List.of();
    }
    var spoken = rows.counterpart(conversation).map(Counterpart::language).orElse(null);
    if (language.equals(spoken)) {
      worded.values().removeIf(text -> Tongue.looksLike(text, language));
    }
    return worded.isEmpty() ? List.of() : rows.want(worded.keySet(), language, settings.left());
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
