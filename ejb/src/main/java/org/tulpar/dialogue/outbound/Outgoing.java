package org.tulpar.dialogue.outbound;

import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** A message that passed the fence and is to be sent now. */
public record Outgoing(
    OrganizationId organization,
    long message,
    long conversation,
    UUID channel,
    int attempts,
    String address,
    String body,
    String quotedExternalId) {}
