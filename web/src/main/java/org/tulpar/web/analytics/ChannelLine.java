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
    String share,
    Counter handedOver,
    Counter answered,
    String median,
    boolean whole) {}
