package org.tulpar.agent.draft;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.tulpar.agent.AgentDecision.Reply;
import org.tulpar.agent.DialogueRows;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.Question;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.translated.Counterpart;
import org.tulpar.conversation.translated.TranslatedLines;
import org.tulpar.conversation.translated.TranslatedReply;

/** The transactions before the model is asked and after it has answered. */
@Stateless
public class DraftStep {

  private static final Duration HOUR = Duration.ofHours(1);

  @Inject private DraftRows rows;
  @Inject private DialogueRows dialogues;
  @Inject private TranslatedLines counterparts;
  @Inject private TranslatedReply translated;
  @Inject private Clock clock;

  /**
   * What is to be written; from now on it counts, whatever the model does.
   *
   * @param language the manager's (ISO 639-1)
   * @param most of her proposals in an hour
   */
  public Brief read(long conversation, long userId, String language, int most) {
    var client =
        counterparts
            .counterpart(conversation)
            .orElseThrow(() -> new ConversationUnknown(conversation));
    var dialogue = new ArrayList<Line>();
    var upTo = 0L;
    for (var said : dialogues.lines(conversation)) {
      var line = Line.of(said.author(), said.kind(), said.body()).orElse(null);
      if (line != null) {
        dialogue.add(line);
        upTo = line.byClient() ? Math.max(upTo, said.id()) : upTo;
      }
    }
    if (upTo == 0) {
      throw new DraftRefused("nothing_said");
    }
    var now = clock.instant();
    var id =
        rows.ask(conversation, userId, most, now.minus(HOUR), now)
            .orElseThrow(() -> new DraftRefused("too_many"));
    return new Brief(id, question(client, dialogue), written(conversation, client, language), upTo);
  }

  private static Question question(Counterpart client, ArrayList<Line> dialogue) {
    var asked =
        dialogue.stream().filter(Line::byClient).map(Line::text).collect(Collectors.joining("\n"));
    return new Question(client.name(), asked, dialogue);
  }

  /** Hers where it is translated and compared before it goes out, as all that she types. */
  private String written(long conversation, Counterpart client, String language) {
    return translated.foreign(conversation, language).isPresent() ? language : client.language();
  }

  /**
   * Keeps what was written.
   *
   * @param stopped she did not wait for it: it is kept, as it was paid for, and not shown
   */
  public ReplyDraft keep(
      long conversation, long userId, Brief brief, Reply reply, boolean stopped) {
    var now = clock.instant();
    var body = sendable(reply.text());
    if (!stopped) {
      rows.expire(conversation, userId, now);
    }
    var status = stopped ? DraftStatus.REJECTED : DraftStatus.PROPOSED;
    var id = brief.id();
    if (!rows.settle(id, body, reply.provenance(), status, now)) {
      throw new ConversationUnknown(conversation);
    }
    rows.record("draft.generated", conversation, userId, id);
    return new ReplyDraft(id, body, reply.provenance(), brief.language(), brief.upTo());
  }

  /** As long as a message of hers may be, and in the form in which it is stored. */
  private static String sendable(String text) {
    var body = text.replace("\u0000", "").replace("\r\n", "\n").strip();
    return body.codePointCount(0, body.length()) <= ManagerReply.LONGEST
        ? body
        : body.substring(0, body.offsetByCodePoints(0, ManagerReply.LONGEST)).strip();
  }
}
