package org.tulpar.conversation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tulpar.channel.policy.SendPermission;

/**
 * A person changes her words or takes them back. What still waits here changes at once; what the
 * messenger has goes to it by the outbox, and is changed when it has taken that. No word is spoken
 * by it: whoever has the conversation keeps it.
 */
@Stateless
public class Corrections {

  @Inject private Conversations conversations;
  @Inject private Messages messages;
  @Inject private CorrectionRows rows;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  /**
   * Replaces the words; the same words change nothing.
   *
   * @param key made by the browser for this one edit
   * @throws ReplyUnsendable when the text is empty or too long, the message is not hers, it is just
   *     being sent, or the messenger changes it no more
   */
  public void edit(long conversationId, long userId, long message, String text, UUID key) {
    var words = ManagerReply.sendable(text);
    var conversation = conversations.locked(conversationId);
    var own = own(conversationId, userId, message);
    if (own.deleted()) {
      throw ReplyUnsendable.nothing("message_deleted");
    }
    if (own.body().equals(words) || messages.byIdempotencyKey(key).isPresent()) {
      return;
    }
    require(Correction.EDIT, conversationId, own);
    if (own.subject().status() == MessageStatus.QUEUED) {
      rows.rewrite(message, words);
    } else {
      var change = rows.queue(conversation, userId, Correction.EDIT, own, words, key);
      messages.send(conversation, change);
    }
    done("message.edited", conversationId, userId, message);
  }

  /**
   * Takes the message back for everybody, or lets it go unsent; one that is gone stays so.
   *
   * @throws ReplyUnsendable as {@link #edit}
   */
  public void delete(long conversationId, long userId, long message, UUID key) {
    var conversation = conversations.locked(conversationId);
    var own = own(conversationId, userId, message);
    if (own.deleted() || messages.byIdempotencyKey(key).isPresent()) {
      return;
    }
    require(Correction.DELETION, conversationId, own);
    if (own.subject().status() == MessageStatus.QUEUED) {
      rows.withdraw(message);
    } else {
      var change = rows.queue(conversation, userId, Correction.DELETION, own, "", key);
      messages.send(conversation, change);
    }
    done("message.deleted", conversationId, userId, message);
  }

  private CorrectionRows.Own own(long conversationId, long userId, long message) {
    return rows.own(conversationId, userId, message)
        .orElseThrow(() -> ReplyUnsendable.nothing("message_not_yours"));
  }

  private void require(Correction correction, long conversationId, CorrectionRows.Own own) {
    var now = clock.instant();
    var head = messages.head(conversationId).orElseThrow();
    var refusal = correction.refusal(head.channelType(), own.subject(), now);
    if (refusal != null) {
      throw ReplyUnsendable.nothing(refusal);
    }
    if (head.permission(now) instanceof SendPermission.Nothing nothing) {
      throw ReplyUnsendable.nothing(nothing.code());
    }
  }

  private void done(String event, long conversationId, long userId, long message) {
    rows.record(event, conversationId, userId, message);
    afterCommit.queued(conversationId);
  }
}
