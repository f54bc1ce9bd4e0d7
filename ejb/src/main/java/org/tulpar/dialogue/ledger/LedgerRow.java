package org.tulpar.dialogue.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * An event without its content.
 *
 * @param reason why it was ignored or failed, else null
 * @param processedAt when it was last settled, or null
 */
public record LedgerRow(
    long id,
    UUID channel,
    String channelName,
    String eventType,
    String externalId,
    EventStatus status,
    String reason,
    int attempts,
    Instant receivedAt,
    Instant processedAt) {}
