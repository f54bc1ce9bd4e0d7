package org.tulpar.conversation;

import java.time.Instant;
import org.tulpar.channel.ChannelType;

/**
 * One line of the inbox.
 *
 * @param clientName how the client calls herself, or null
 * @param phone international digits without plus, or null
 * @param address where the conversation takes place, as the messenger writes it
 * @param assignee name of the person who has the word, or null
 * @param sortedAt what the tab is sorted by
 * @param waitingSince since when the client waits for a person, or null when she does not
 * @param last the latest message, or null before the first
 */
public record InboxRow(
    long id,
    String clientName,
    String phone,
    String address,
    ChannelType channelType,
    ConversationStatus status,
    Handler handler,
    Long assigneeId,
    String assignee,
    int unread,
    Instant waitingSince,
    Instant sortedAt,
    Last last) {

  /**
   * @param text the first 200 characters, or null
   * @param kind as in {@code MessageContent.kind()}
   * @param sender name of the person of ours who wrote it, or null
   */
  public record Last(
      Instant at,
      Author author,
      Origin origin,
      MessageStatus status,
      String kind,
      String text,
      Long userId,
      String sender) {}
}
