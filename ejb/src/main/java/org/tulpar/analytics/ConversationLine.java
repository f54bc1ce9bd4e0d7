package org.tulpar.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Handler;

/**
 * A conversation of a period, for a file.
 *
 * @param client her name, or null
 * @param phone international digits without plus, or null
 * @param whose the person who is to answer, or null
 * @param team or null
 * @param deal where it stands, or null without one
 */
public record ConversationLine(
    long id,
    String client,
    String phone,
    String channel,
    ConversationStatus status,
    Handler handler,
    String whose,
    String team,
    Instant createdAt,
    Instant lastMessageAt,
    Spoken spoken,
    Waited waited,
    Deal deal) {

  /**
   * Within the period.
   *
   * @param alone whether the bot answered it without a person
   * @param reason why the bot called a person, or null
   */
  public record Spoken(long client, long bot, long person, boolean alone, String reason) {}

  /**
   * Answers of people that the client waited for, within the period; seconds of working time.
   *
   * @param median null without an answer, as the longest
   */
  public record Waited(long answers, Long median, Long longest) {}

  /**
   * @param amount or null, and then without a currency
   */
  public record Deal(String stage, BigDecimal amount, String currency) {}
}
