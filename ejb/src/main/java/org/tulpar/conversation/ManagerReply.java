package org.tulpar.conversation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tulpar.channel.Lane;
import org.tulpar.tenant.TenantScope;

/**
 * Queues what a person writes to the client, once per key of the browser, and silences the bot in
 * the same transaction.
 */
@Stateless
public class ManagerReply {

  /** In code points: the longest text that every connected messenger takes. */
  public static final int LONGEST = 4096;

  @Inject private Conversations conversations;
  @Inject private Messages messages;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<ReplyQueued> queued;
  @Inject private Clock clock;

  /**
   * Returns the id of the message; for a key that was used before, of the first one.
   *
   * @param key made by the browser for this one reply
   * @throws ReplyUnsendable when the text is empty or longer than {@link #LONGEST}
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public long send(long conversationId, long userId, String text, UUID key) {
    var body = sendable(text);
    var conversation = conversations.locked(conversationId);
    var earlier = messages.byIdempotencyKey(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var now = clock.instant();
    if (conversation.handler() != Handler.HUMAN || conversation.assigneeId() == null) {
      conversation.takeOver(userId, now);
      conversations.record("conversation.taken_over", conversationId, userId);
    }
    conversation.answered(body, now);
    var message = messages.queue(conversation, userId, body, key, now);
    queued.fire(new ReplyQueued(TenantScope.required(), Lane.of(TenantScope.required())));
    afterCommit.tell(conversationId);
    return message;
  }

  /** Without the character that PostgreSQL does not store and without blank edges. */
  static String sendable(String text) {
    var body = text == null ? "" : text.replace("\u0000", "").replace("\r\n", "\n").strip();
    if (body.isEmpty()) {
      throw ReplyUnsendable.empty();
    }
    if (body.codePointCount(0, body.length()) > LONGEST) {
      throw ReplyUnsendable.tooLong();
    }
    return body;
  }
}
