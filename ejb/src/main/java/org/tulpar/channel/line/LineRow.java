package org.tulpar.channel.line;

import java.time.Instant;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;

/**
 * A channel as its administrator sees it.
 *
 * @param downSince null while it is connected, and before it ever was
 * @param qr a picture to be scanned, or null
 * @param scannedAt when the code was scanned, or null
 * @param problem code of what the last look found, or null
 * @param rotatedAt when the secret was last changed, or null
 * @param registeredAt when the gateway was first seen with the present secret, or null
 * @param opened whether we have a key for it
 * @param posting where its gateway is to post to; the secret is null unless it was made here
 */
public record LineRow(
    UUID id,
    String name,
    ChannelType type,
    String instance,
    ConnectionState state,
    Instant since,
    Instant downSince,
    String qr,
    Instant qrAt,
    Instant scannedAt,
    String pairingCode,
    String problem,
    Instant rotatedAt,
    Instant registeredAt,
    boolean opened,
    GatewayLine.Registration posting) {

  /** Whether it may go: nothing comes in by it any more. */
  public boolean isRemovable() {
    return state != ConnectionState.OPEN && (type == ChannelType.EVOLUTION || !opened);
  }
}
