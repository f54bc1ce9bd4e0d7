package org.tulpar.dialogue.inbound;

import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.tenant.OrganizationId;

/**
 * A webhook that waits in the ledger. Its id gives the order.
 *
 * @param again it was settled before and was put back
 * @param more its organization may have further events behind those that were claimed with it
 */
record LedgerEvent(
    OrganizationId organization,
    long id,
    UUID channel,
    ChannelType channelType,
    String eventType,
    String raw,
    int attempts,
    String traceId,
    boolean again,
    boolean more) {

  /**
   * Whether its messages may be stored already: it was looked at before, or its provider batches.
   */
  boolean mayRepeat() {
    return again || attempts > 0 || channelType.batches();
  }
}
