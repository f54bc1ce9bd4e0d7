package org.tulpar.dialogue.outbound;

import java.time.Instant;
import org.tulpar.channel.ChannelType;

/**
 * A message that did not go out, or may not have.
 *
 * @param id asks for the page that follows; 0 when the fate is unknown
 * @param since when it was given up, or since when its fate is unknown
 * @param clientName how the client calls herself, or null
 * @param phone international digits without plus, or null
 * @param code of the reason, or null
 * @param attempts how often it was tried
 * @param unknown it may have been sent
 */
public record UndeliveredRow(
    long id,
    long message,
    long conversation,
    Instant since,
    String clientName,
    String phone,
    String address,
    ChannelType channelType,
    String channelName,
    String text,
    String code,
    int attempts,
    boolean unknown) {}
