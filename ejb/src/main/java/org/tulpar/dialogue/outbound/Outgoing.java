package org.tulpar.dialogue.outbound;

import java.time.Instant;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/**
 * A message that passed the fence and is to be sent now.
 *
 * @param claimedAt by the database's clock: tells this claim from an earlier or later one
 */
public record Outgoing(
    OrganizationId organization,
    long message,
    long conversation,
    UUID channel,
    int attempts,
    String address,
    String body,
    String quotedExternalId,
    Instant claimedAt) {}
