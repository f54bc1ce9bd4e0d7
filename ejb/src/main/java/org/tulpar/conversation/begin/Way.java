package org.tulpar.conversation.begin;

import java.util.UUID;
import org.tulpar.channel.ChannelType;

/**
 * A channel by which a client can be reached.
 *
 * @param name what the organization calls the channel
 */
public record Way(UUID channelId, ChannelType type, String name) {}
