package org.tulpar.conversation;

import java.time.Instant;
import java.util.UUID;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.policy.SendPermission;
import org.tulpar.channel.policy.SendPolicy;

/**
 * What stands above the messages of a conversation.
 *
 * @param clientName how the client calls herself, or null
 * @param phone international digits without plus, or null
 * @param address where the conversation takes place, as the messenger writes it
 * @param channelName what the organization calls the channel
 * @param handlerSince since when this voice has the word
 * @param assignee name of the person who has the word, or null: then she answered from the phone
 * @param waitingSince since when the client waits for a person, or null when she does not
 * @param lastClientAt when the client last wrote, or null when she never did
 * @param answersAt when the bot answers what the client has said, or null when it does not
 * @param desk how it stands on the managers' desk
 */
public record ConversationHead(
    long id,
    long clientId,
    String clientName,
    String phone,
    String address,
    ChannelType channelType,
    String channelName,
    ConversationStatus status,
    Handler handler,
    Instant handlerSince,
    Long assigneeId,
    String assignee,
    Instant waitingSince,
    int unread,
    ChatKind kind,
    Instant lastClientAt,
    Instant answersAt,
    OnDesk desk) {

  /**
   * @param answered whether a person has ever answered here
   * @param team who shares it, or null
   * @param snoozedUntil null unless it is snoozed
   */
  public record OnDesk(
      UUID channelId, boolean answered, Long teamId, String team, Instant snoozedUntil) {}

  /** What the messenger would take now. */
  public SendPermission permission(Instant now) {
    return SendPolicy.of(channelType, kind, lastClientAt, now);
  }
}
