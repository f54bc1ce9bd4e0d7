package org.tulpar.operations;

import java.time.Instant;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;

/**
 * How a channel stands, without anything of its content.
 *
 * @param alert down for more than five minutes
 * @param waiting events that are acknowledged and not yet applied
 * @param oldest when the oldest of them came, or null
 * @param failed events that were set aside
 * @param processed events that came today (UTC) and were applied
 */
public record ChannelBacklog(
    String organization,
    String channel,
    ChannelType type,
    ConnectionState state,
    Instant stateSince,
    boolean alert,
    long waiting,
    Instant oldest,
    long failed,
    long processed) {}
