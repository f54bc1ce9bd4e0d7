package org.tulpar.web.conversation.beside;

import org.tulpar.conversation.fact.ExtractedFact;
import org.tulpar.web.conversation.Reader;

/**
 * A fact on the client's card.
 *
 * @param kind what it is about, in a word
 * @param said when and in which words, for whoever points at its time
 */
public record FactLine(
    long id,
    long conversation,
    long message,
    String kind,
    String text,
    String quote,
    String time,
    String said) {

  static FactLine of(ExtractedFact one, Reader reader) {
    return new FactLine(
        one.id(),
        one.conversation(),
        one.message(),
        reader.word("lead.kind." + one.kind()),
        one.text(),
        one.quote(),
        reader.when(one.saidAt()),
        reader.word("lead.said", one.quote(), reader.exact(one.saidAt())));
  }
}
