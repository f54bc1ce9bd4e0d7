package org.tulpar.deal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.Handler;

/**
 * A card of the board.
 *
 * @param place where it lies in its stage: smaller is higher, equal ones by id
 * @param amount null while unknown; then the currency is null as well
 * @param currency ISO 4217
 * @param owner or null while nobody has it
 * @param score how near the client is to buying, from 0 to 100, or null where she has told nothing
 * @param product what it is about in the catalogue, or null
 * @param tags of the client, by name
 * @param nextStep what is to be done, or null
 * @param rotten whether it lies longer than its stage allows
 * @param dialogue the conversation it is about, or null
 */
public record DealCard(
    long id,
    int version,
    long stageId,
    long place,
    String title,
    BigDecimal amount,
    String currency,
    long clientId,
    String clientName,
    String phone,
    List<String> tags,
    Integer score,
    Choice product,
    Choice owner,
    String nextStep,
    Instant nextStepAt,
    Instant stageSince,
    boolean rotten,
    Dialogue dialogue) {

  /**
   * @param address where the conversation takes place, as the messenger writes it
   * @param lastText the first 200 characters of the last message, or null
   * @param lastAuthor null before the first message
   * @param assignee who has the word, or null
   */
  public record Dialogue(
      long id,
      ChannelType channelType,
      String address,
      Handler handler,
      Choice assignee,
      int unread,
      Instant lastAt,
      Author lastAuthor,
      String lastText) {}
}
