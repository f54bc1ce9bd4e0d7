package org.tulpar.channel;

import java.util.UUID;

/**
 * How fast a channel may send.
 *
 * @param perMinute messages started within any 60 seconds; 0 for no limit
 */
public record ChannelLimit(UUID channel, String name, ChannelType type, int perMinute) {}
