package org.tulpar.conversation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Passes the word between the bot and people. */
@Stateless
public class Takeover {

  @Inject private Conversations conversations;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<BotSilenced> silenced;
  @Inject private Clock clock;

  /**
   * A person is about to have the word, or types. Fired in her transaction while it keeps everybody
   * else from the conversation: whoever is about to send what the bot still had to say lets it be.
   */
  public record BotSilenced(long conversationId) {}

  /**
   * The person speaks from now on; no bot message starts after this commits.
   *
   * @throws ConversationTaken when another person has the word
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public void takeOver(long conversationId, long userId) {
    take(conversations.locked(conversationId), userId);
  }

  /**
   * People speak from now on, whoever of them comes first; asked for by a program.
   *
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public void takeOver(long conversationId) {
    if (conversations.locked(conversationId).takeOver(clock.instant())) {
      silenced.fire(new BotSilenced(conversationId));
      conversations.record("conversation.taken_over", conversationId, null, Origin.API);
      afterCommit.tell(conversationId);
    }
  }

  /**
   * The bot speaks from now on; asked for by a program.
   *
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public void returnToBot(long conversationId) {
    giveBack(conversations.locked(conversationId), null, Origin.API);
  }

  /** Gives back what people have been silent about for too long. At most so many at once. */
  public void returnSilent(int most) {
    conversations.returnSilent(most).forEach(afterCommit::tell);
  }

  /**
   * The bot speaks from now on, also about what the client has said meanwhile.
   *
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public void returnToBot(long conversationId, long userId) {
    giveBack(conversations.locked(conversationId), userId, Origin.CRM);
  }

  /**
   * The bot answers what the client has said without waiting for more of it; the sweep of the
   * pipeline finds it due. Nothing happens where it has nothing to answer, or not the word.
   */
  public void hasten(long conversationId) {
    if (conversations.hastenTurn(conversationId)) {
      afterCommit.tell(conversationId);
    }
  }

  /** The person types: for the next ten seconds the bot sends nothing here. */
  public void heartbeat(long conversationId, long userId) {
    conversations.locked(conversationId).typing(userId, clock.instant());
    silenced.fire(new BotSilenced(conversationId));
  }

  /** A person has seen what was unread. */
  public void markRead(long conversationId) {
    if (conversations.locked(conversationId).markRead()) {
      afterCommit.tell(conversationId);
    }
  }

  private void giveBack(Conversation conversation, Long userId, Origin origin) {
    if (conversation.returnToBot(clock.instant())) {
      conversations.record("conversation.returned_to_bot", conversation.id(), userId, origin);
      if (conversation.awaitsAnswer()) {
        conversations.openTurn(conversation.id());
      }
      afterCommit.tell(conversation.id());
    }
  }

  private void take(Conversation conversation, long userId) {
    if (conversation.takeOver(userId, clock.instant())) {
      silenced.fire(new BotSilenced(conversation.id()));
      conversations.record("conversation.taken_over", conversation.id(), userId, Origin.CRM);
      afterCommit.tell(conversation.id());
    }
  }
}
