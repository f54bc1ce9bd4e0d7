package org.tulpar.conversation.translated;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.translation.EngineChoice;
import org.tulpar.translation.Glossary;
import org.tulpar.translation.fidelity.Fidelity;
import org.tulpar.translation.fidelity.Finding;
import org.tulpar.translation.fidelity.Words;

/**
 * Sends the translation of what a person wrote; neither is stored without the other. Words that the
 * client reads as they are have none.
 */
@Stateless
public class TranslatedReply {

  @Inject private ManagerReply reply;
  @Inject private TranslatedMessages rows;
  @Inject private Glossary glossary;
  @Inject private EngineChoice engine;

  /** The language answers have to be translated into, when it is known and not the writer's own. */
  public Optional<String> foreign(long conversation, String language) {
    return rows.counterpart(conversation)
        .map(Counterpart::language)
        .filter(into -> !into.equals(language) && engine.read().speaks(into));
  }

  /**
   * Sends what a person wrote as it is; returns as {@link ManagerReply#send}. A file without a word
   * needs no translation.
   *
   * @param language hers
   * @throws TranslationMissing when the client reads another language: whoever means it
   *     nevertheless asks {@link ManagerReply} itself
   */
  public long send(
      long conversation, long user, ManagerReply.Draft draft, String language, UUID key) {
    if (!draft.text().isBlank() && foreign(conversation, language).isPresent()) {
      throw new TranslationMissing();
    }
    return reply.send(conversation, user, draft, key);
  }

  /**
   * Returns as {@link ManagerReply#send}.
   *
   * @param draft with the translation as its text
   * @throws TranslationDoubtful when the translation has lost or changed something that is not
   *     confirmed
   * @throws org.tulpar.conversation.ReplyUnsendable as {@link ManagerReply#send}
   */
  public long send(
      long conversation, long user, ManagerReply.Draft draft, Written written, UUID key) {
    if (written.text().strip().equals(sent(draft))) {
      return reply.send(conversation, user, draft, key);
    }
    var lost = compare(conversation, written, draft.text());
    if (!lost.isEmpty() && !written.confirmed()) {
      throw new TranslationDoubtful(lost);
    }
    var first = reply.send(conversation, user, draft, key);
    rows.written(first, conversation, sent(draft), written, lost);
    return first;
  }

  /** As {@link ManagerReply} stores it. */
  private static String sent(ManagerReply.Draft draft) {
    return draft.text().replace("\u0000", "").replace("\r\n", "\n").strip();
  }

  /** What the translation has lost or changed. */
  public List<Finding> compare(long conversation, Written written, String translation) {
    if (written.text().strip().equals(translation.strip())) {
      return List.of();
    }
    var client = rows.counterpart(conversation).map(Counterpart::name).orElse(null);
    return Fidelity.compare(
        new Words(written.text(), written.language()),
        new Words(translation, written.into()),
        glossary.terms(),
        Stream.of(client, written.author()).filter(Objects::nonNull).toList());
  }
}
