package org.tulpar.conversation.followup;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.Takeover;
import org.tulpar.conversation.translated.Counterpart;
import org.tulpar.conversation.translated.TranslatedLines;
import org.tulpar.conversation.translated.TranslatedReply;
import org.tulpar.conversation.translated.Written;

/**
 * The transactions around the sending of a planned message: none is open while it is translated.
 * Each has the conversation for itself, and whatever the client has said before is seen.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FollowUpStep {

  @Inject private FollowUpRows plans;
  @Inject private SettlingRows rows;
  @Inject private TranslatedReply reply;
  @Inject private TranslatedLines lines;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<Takeover.BotSilenced> silenced;
  @Inject private Clock clock;

  /** What is to be said now; nothing when it is settled, by this call or by another. */
  public Optional<DueFollowUp> look(long id) {
    return rows.conversation(id).flatMap(conversation -> standing(id, conversation));
  }

  /**
   * Queues the words, or settles why they are not said.
   *
   * @param translation null where the client reads the words as they are
   * @throws org.tulpar.kernel.Refused when the messenger takes nothing now, or the translation has
   *     to be looked at
   */
  public void send(DueFollowUp due, String translation) {
    standing(due.id(), due.conversation())
        .ifPresent(
            now -> {
              queue(due, translation);
              rows.settle(due.id(), FollowUpStatus.SENT, null, clock.instant());
              rows.record("follow_up.sent", due, null);
            });
  }

  private void queue(DueFollowUp due, String translation) {
    if (translation == null) {
      var draft = ManagerReply.Draft.of(due.text());
      reply.send(due.conversation(), due.user(), draft, due.language(), due.key());
      return;
    }
    var written = new Written(due.text(), due.language(), due.into(), due.author(), false);
    var draft = ManagerReply.Draft.of(translation);
    reply.send(due.conversation(), due.user(), draft, written, due.key());
  }

  /** It is not sent, and somebody has to look. */
  public void fail(DueFollowUp due, String reason) {
    if (plans.lock(due.conversation()) && rows.locked(due.id(), due.conversation()).isPresent()) {
      settleFailed(due, reason);
    }
  }

  public void later(DueFollowUp due, Duration wait) {
    rows.later(due.id(), wait);
  }

  private Optional<DueFollowUp> standing(long id, long conversation) {
    plans.lock(conversation);
    return rows.locked(id, conversation).flatMap(this::standing);
  }

  private Optional<DueFollowUp> standing(SettlingRows.Planned planned) {
    var due = planned.due();
    if (planned.answered()) {
      rows.settle(due.id(), FollowUpStatus.SKIPPED, "answered", clock.instant());
      rows.record("follow_up.skipped", due, "answered");
      afterCommit.tell(due.conversation());
      return Optional.empty();
    }
    if (planned.obstacle() != null) {
      settleFailed(due, planned.obstacle());
      return Optional.empty();
    }
    var into = reply.foreign(due.conversation(), due.language()).orElse(null);
    var client = lines.counterpart(due.conversation()).map(Counterpart::name).orElse(null);
    return Optional.of(due.translatedInto(into, client));
  }

  private void settleFailed(DueFollowUp due, String reason) {
    rows.settle(due.id(), FollowUpStatus.FAILED, reason, clock.instant());
    if (rows.callPerson(due)) {
      silenced.fire(new Takeover.BotSilenced(due.conversation()));
    }
    rows.record("follow_up.failed", due, reason);
    afterCommit.tell(due.conversation());
  }
}
