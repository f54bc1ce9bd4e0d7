package org.tulpar.conversation.list;

import java.time.Instant;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Handler;
import org.tulpar.conversation.MessageStatus;
import org.tulpar.conversation.Origin;

/**
 * One line of the inbox.
 *
 * @param clientName how the client calls herself, or null
 * @param phone international digits without plus, or null
 * @param address where the conversation takes place, as the messenger writes it
 * @param assignee name of the person who is to answer, or null
 * @param sortedAt what the list is sorted by
 * @param waitingSince since when the client waits for a person, or null when she does not
 * @param last the latest message, or null before the first
 * @param beside what else is known
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
    Last last,
    Beside beside) {

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

  /**
   * @param team who shares it, or null
   * @param stage where its deal stands, or null
   * @param draft what this person has typed and not sent, or null
   * @param snoozedUntil null unless it is snoozed
   * @param lastClientAt when the client last wrote, or null
   * @param answered whether a person has ever answered here
   * @param mentioned this person is named in a note that she has not seen
   * @param found what a search found in it: a message's text or what it says in another language,
   *     or null
   */
  public record Beside(
      UUID channelId,
      String team,
      String stage,
      String draft,
      Instant snoozedUntil,
      Instant lastClientAt,
      boolean answered,
      boolean mentioned,
      String found) {}
}
