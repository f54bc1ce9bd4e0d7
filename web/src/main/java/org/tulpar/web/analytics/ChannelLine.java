package org.tulpar.web.analytics;

/**
 * What a channel came to, or all of them.
 *
 * @param share of the bot alone
 * @param whole whether it is all of them
 */
public record ChannelLine(
    String name,
    Counter asked,
    Counter alone,
    Counter share,
    Counter handedOver,
    Counter answered,
    Counter median,
    Messages messages,
    boolean whole) {

  /** How many were written by whom. */
  public record Messages(Counter client, Counter bot, Counter person) {}
}
