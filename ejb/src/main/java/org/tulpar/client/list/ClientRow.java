package org.tulpar.client.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tulpar.channel.ChannelType;

/**
 * One line of the client list.
 *
 * @param name how the client calls herself, or null
 * @param phone international digits without plus, or null
 * @param address one of her identities as the messenger writes it, or null when she has none
 * @param language ISO 639-1, or null while unknown
 * @param company name, or null
 * @param deal the latest deal, or null
 * @param talk the latest conversation, or null
 */
public record ClientRow(
    long id,
    String name,
    String phone,
    ChannelType channel,
    String address,
    String language,
    String company,
    List<String> tags,
    Instant createdAt,
    String nameKey,
    Deal deal,
    Talk talk) {

  /**
   * @param kind OPEN, WON or LOST
   * @param amount or null, with its currency (ISO 4217)
   */
  public record Deal(String stage, String kind, BigDecimal amount, String currency) {}

  /**
   * @param handler BOT, WAITING_HUMAN or HUMAN
   * @param closed nobody speaks there any more
   */
  public record Talk(
      long id, Instant at, String handler, boolean closed, Long assigneeId, String assignee) {}
}
