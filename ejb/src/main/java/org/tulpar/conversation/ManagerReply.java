package org.tulpar.conversation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.policy.MessageTemplate;
import org.tulpar.channel.policy.MessageTemplates;
import org.tulpar.channel.policy.SendPermission;
import org.tulpar.channel.policy.TemplateUnfit;
import org.tulpar.media.Attachments;
import org.tulpar.media.Parcel;

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
  @Inject private Attachments attachments;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<Takeover.BotSilenced> silenced;
  @Inject private Clock clock;

  /** Beside a text, in one go. */
  public static final int MOST_FILES = 10;

  /** What may be put on a message: those that every connected messenger knows. */
  public static final List<String> SIGNS = List.of("👍", "❤️", "😁", "🔥", "😢", "🙏");

  /**
   * What a person has ready to send.
   *
   * @param text may be empty when there are files
   * @param files that this person has brought
   * @param answers the message it answers, or null
   */
  public record Draft(String text, List<UUID> files, Long answers) {

    public static Draft of(String text) {
      return new Draft(text, List.of(), null);
    }
  }

  /** Sends a text. See {@link #send(long, long, Draft, UUID)}. */
  public long send(long conversationId, long userId, String text, UUID key) {
    return send(conversationId, userId, Draft.of(text), key);
  }

  /**
   * Returns the id of the first message; for a key that was used before, of the first one then.
   *
   * @param key made by the browser for this one reply
   * @throws ReplyUnsendable when there is nothing to send, the text is longer than {@link
   *     #LONGEST}, there are more files than {@link #MOST_FILES}, the answered message has no name
   *     at the messenger, or the messenger takes no free text in this conversation now
   * @throws org.tulpar.media.FileRefused when a file is not there to be sent (any more)
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public long send(long conversationId, long userId, Draft draft, UUID key) {
    var body = draft.files().isEmpty() ? sendable(draft.text()) : optional(draft.text());
    if (draft.files().size() > MOST_FILES) {
      throw ReplyUnsendable.tooMany();
    }
    return queue(
        conversationId,
        userId,
        key,
        conversation -> {
          requireFreeText(conversationId);
          return words(conversationId, userId, body, draft);
        });
  }

  private List<Messages.Words> words(long conversationId, long userId, String body, Draft draft) {
    var quoted =
        draft.answers() == null ? null : addressed(conversationId, draft.answers()).externalId();
    var parcels = Parcel.of(body, attachments.keep(draft.files(), userId));
    return IntStream.range(0, parcels.size())
        .mapToObj(n -> Messages.Words.of(parcels.get(n), n == 0 ? quoted : null))
        .toList();
  }

  private Messages.Addressed addressed(long conversationId, long message) {
    return messages
        .addressed(conversationId, message)
        .orElseThrow(ReplyUnsendable::nothingToAnswer);
  }

  /**
   * Sends a place or a contact card. Returns as {@link #send(long, long, Draft, UUID)}.
   *
   * @throws ReplyUnsendable when the messenger takes no such thing, or nothing now
   */
  public long share(long conversationId, long userId, MessageContent content, UUID key) {
    return queue(
        conversationId,
        userId,
        key,
        conversation -> {
          var head = messages.head(conversationId).orElseThrow();
          if (!head.channelType().takesPlaces()) {
            throw ReplyUnsendable.nothing("no_places");
          }
          requireFreeText(conversationId);
          return List.of(Messages.Words.of(content));
        });
  }

  /**
   * Asks with answers to choose from. Returns as {@link #send(long, long, Draft, UUID)}.
   *
   * @throws ReplyUnsendable when the messenger takes nothing now
   */
  public long ask(long conversationId, long userId, MessageContent.Question question, UUID key) {
    return queue(
        conversationId,
        userId,
        key,
        conversation -> {
          requireFreeText(conversationId);
          return List.of(Messages.Words.of(question));
        });
  }

  /**
   * Puts a sign on a message, or takes ours back. It is no word: the bot keeps the conversation.
   *
   * @param sign one of {@link #SIGNS}, or empty
   * @throws ReplyUnsendable when the messenger has not named the message, knows no such sign, or
   *     takes nothing now
   */
  public long react(long conversationId, long userId, long message, String sign, UUID key) {
    if (!sign.isEmpty() && !SIGNS.contains(sign)) {
      throw ReplyUnsendable.sign();
    }
    var conversation = conversations.locked(conversationId);
    var earlier = messages.byIdempotencyKey(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    requireFreeText(conversationId);
    var target = addressed(conversationId, message);
    var words = Messages.Words.sign(target, sign);
    var queuedAs = messages.queue(conversation, userId, words, key, clock.instant());
    afterCommit.queued(conversationId);
    return queuedAs;
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
          return List.of(Messages.Words.of(template, template.with(values)));
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
      long conversationId,
      long userId,
      UUID key,
      Function<Conversation, List<Messages.Words>> choice) {
    var conversation = conversations.locked(conversationId);
    var earlier = messages.byIdempotencyKey(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var words = choice.apply(conversation);
    var now = clock.instant();
    if (conversation.silent()) {
      conversations.recordBeginning(conversationId, userId);
    }
    if (conversation.handler() != Handler.HUMAN || conversation.assigneeId() == null) {
      conversation.takeOver(userId, now);
      silenced.fire(new Takeover.BotSilenced(conversationId));
      conversations.record("conversation.taken_over", conversationId, userId, Origin.CRM);
    }
    conversation.answered(words.getLast().body(), now);
    var first = store(conversation, userId, words, key, now);
    afterCommit.queued(conversationId);
    return first;
  }

  /** Only the first carries the browser's key: all of them are there, or none. */
  private long store(
      Conversation conversation, long userId, List<Messages.Words> all, UUID key, Instant now) {
    Long first = null;
    for (var words : all) {
      var id = messages.queue(conversation, userId, words, first == null ? key : null, now);
      if (words.file() != null) {
        attachments.attach(words.file(), id);
      }
      first = first == null ? id : first;
    }
    return first;
  }

  private void requireFreeText(long conversationId) {
    var permission = messages.head(conversationId).orElseThrow().permission(clock.instant());
    switch (permission) {
      case SendPermission.FreeText free -> {}
      case SendPermission.TemplateOnly closed -> throw ReplyUnsendable.windowClosed();
      case SendPermission.Nothing nothing -> throw ReplyUnsendable.nothing(nothing.code());
    }
  }

  /**
   * Without the character that PostgreSQL does not store and without blank edges.
   *
   * @throws ReplyUnsendable when nothing is left, or more than {@link #LONGEST}
   */
  public static String sendable(String text) {
    var body = optional(text);
    if (body.isEmpty()) {
      throw ReplyUnsendable.empty();
    }
    return body;
  }

  private static String optional(String text) {
    var body = text == null ? "" : text.replace("\u0000", "").replace("\r\n", "\n").strip();
    if (body.codePointCount(0, body.length()) > LONGEST) {
      throw ReplyUnsendable.tooLong();
    }
    return body;
  }
}
