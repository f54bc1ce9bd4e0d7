package org.tulpar.conversation.beside;

import java.time.Instant;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.ConversationStatus;

/**
 * @param at of its latest message
 * @param channel by name
 * @param last the latest words, or null when they were none
 */
public record OtherConversation(
    long id,
    Instant at,
    ChannelType channelType,
    String channel,
    ConversationStatus status,
    String last) {}
