package org.tulpar.conversation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.tulpar.channel.Lane;
import org.tulpar.channel.policy.MessageTemplate;
import org.tulpar.channel.policy.MessageTemplates;
import org.tulpar.channel.policy.SendPermission;
import org.tulpar.channel.policy.TemplateUnfit;
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
  @Inject private MessageTemplates templates;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<ReplyQueued> queued;
  @Inject private Clock clock;

  /**
   * Returns the id of the message; for a key that was used before, of the first one.
   *
   * @param key made by the browser for this one reply
   * @throws ReplyUnsendable when the text is empty or longer than {@link #LONGEST}, or when the
   *     messenger takes no free text in this conversation now
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public long send(long conversationId, long userId, String text, UUID key) {
    var body = sendable(text);
    return queue(
        conversationId,
        userId,
        key,
        conversation -> {
          requireFreeText(conversationId);
          return Messages.Words.free(body);
        });
  }

  /**
   * Sends an approved template, which needs no open window. Returns as {@link #send}.
   *
   * @param values for the places of the template, in their order
   * @throws org.tulpar.channel.policy.TemplateUnfit when the channel has no such approved template,
   *     or the values do not fill its places
   */
  public long sendTemplate(
      long conversationId, long userId, long templateId, List<String> values, UUID key) {
    return queue(
        conversationId,
        userId,
        key,
        conversation -> {
          var template =
              templates
                  .approved(conversation.channelId(), templateId)
                  .orElseThrow(TemplateUnfit::new);
          return Messages.Words.of(template, template.with(values));
        });
  }

  /** The approved templates of the conversation's channel. */
  public List<MessageTemplate> templates(long conversationId) {
    return messages
        .channel(conversationId)
        .map(templates::approved)
        .orElseThrow(() -> new ConversationUnknown(conversationId));
  }

  private long queue(
      long conversationId, long userId, UUID key, Function<Conversation, Messages.Words> choice) {
    var conversation = conversations.locked(conversationId);
    var earlier = messages.byIdempotencyKey(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var words = choice.apply(conversation);
    var now = clock.instant();
    if (conversation.handler() != Handler.HUMAN || conversation.assigneeId() == null) {
      conversation.takeOver(userId, now);
      conversations.record("conversation.taken_over", conversationId, userId, Origin.CRM);
    }
    conversation.answered(words.body(), now);
    var message = messages.queue(conversation, userId, words, key, now);
    queued.fire(new ReplyQueued(TenantScope.required(), Lane.of(TenantScope.required())));
    afterCommit.tell(conversationId);
    return message;
  }

  private void requireFreeText(long conversationId) {
    var permission = messages.head(conversationId).orElseThrow().permission(clock.instant());
    switch (permission) {
      case SendPermission.FreeText free -> {}
      case SendPermission.TemplateOnly closed -> throw ReplyUnsendable.windowClosed();
      case SendPermission.Nothing nothing -> throw ReplyUnsendable.broadcast();
    }
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
