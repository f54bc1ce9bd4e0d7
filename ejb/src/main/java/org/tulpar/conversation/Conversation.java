package org.tulpar.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * The dialogue of one client in one channel. Whenever another voice gets the word the epoch grows,
 * so that whatever the earlier voice still had to say is fenced off.
 */
@Entity
@Table(name = "conversation")
public class Conversation {

  private static final int PREVIEW = 200;

  @Id private long id;

  @Column(name = "channel_id", insertable = false, updatable = false)
  private UUID channelId;

  @Enumerated(EnumType.STRING)
  private Handler handler;

  @Column(name = "handler_epoch")
  private int handlerEpoch;

  @Column(name = "handler_since")
  private Instant handlerSince;

  @Column(name = "human_at")
  private Instant humanAt;

  @Enumerated(EnumType.STRING)
  private ConversationStatus status;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "assignee_id")
  private Long assigneeId;

  @Column(name = "typing_at")
  private Instant typingAt;

  @Column(name = "typing_user_id")
  private Long typingUserId;

  private int unread;

  @Column(name = "waiting_since")
  private Instant waitingSince;

  @Column(name = "last_message_at")
  private Instant lastMessageAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "last_message_author")
  private Author lastMessageAuthor;

  @Column(name = "last_message_text")
  private String lastMessageText;

  @Version private int version;

  protected Conversation() {}

  Conversation(long id, Handler handler, Instant since) {
    this.id = id;
    this.handler = handler;
    this.status = ConversationStatus.OPEN;
    this.handlerSince = since;
    this.lastMessageAt = since;
  }

  /**
   * Gives the word to a person. Returns false when she has it already.
   *
   * @throws ConversationTaken when another person has it
   */
  boolean takeOver(long userId, Instant now) {
    if (handler == Handler.HUMAN && assigneeId != null) {
      if (assigneeId != userId) {
        throw new ConversationTaken(id);
      }
      return false;
    }
    give(Handler.HUMAN, now);
    assigneeId = userId;
    return true;
  }

  /** Gives the word to people, to none of them in particular. False when one has it already. */
  boolean takeOver(Instant now) {
    if (handler == Handler.HUMAN) {
      return false;
    }
    give(Handler.HUMAN, now);
    return true;
  }

  /** Gives the word back. Returns false when the bot has it already. */
  boolean returnToBot(Instant now) {
    if (handler == Handler.BOT) {
      return false;
    }
    give(Handler.BOT, now);
    assigneeId = null;
    typingAt = null;
    typingUserId = null;
    return true;
  }

  /** The bot is held while a person types. */
  void typing(long userId, Instant now) {
    typingAt = now;
    typingUserId = userId;
  }

  /** Returns false when nothing was unread. */
  boolean markRead() {
    var fresh = unread > 0;
    unread = 0;
    return fresh;
  }

  /** A person has answered: nobody waits any more, and the bot need not be held. */
  void answered(String text, Instant now) {
    humanAt = now;
    answeredAt = answeredAt == null ? now : answeredAt;
    unread = 0;
    waitingSince = null;
    typingAt = null;
    typingUserId = null;
    lastMessageAt = now.isAfter(lastMessageAt) ? now : lastMessageAt;
    lastMessageAuthor = Author.MANAGER;
    lastMessageText = text.substring(0, text.offsetByCodePoints(0, previewLength(text)));
  }

  private static int previewLength(String text) {
    return Math.min(PREVIEW, text.codePointCount(0, text.length()));
  }

  /** Nobody has said anything yet. */
  boolean silent() {
    return lastMessageAuthor == null;
  }

  boolean awaitsAnswer() {
    return lastMessageAuthor == Author.CLIENT;
  }

  long id() {
    return id;
  }

  UUID channelId() {
    return channelId;
  }

  Handler handler() {
    return handler;
  }

  int handlerEpoch() {
    return handlerEpoch;
  }

  Long assigneeId() {
    return assigneeId;
  }

  String lastMessageText() {
    return lastMessageText;
  }

  private void give(Handler next, Instant now) {
    handler = next;
    handlerEpoch++;
    handlerSince = now;
    humanAt = next == Handler.HUMAN ? now : humanAt;
    waitingSince = null;
  }
}
