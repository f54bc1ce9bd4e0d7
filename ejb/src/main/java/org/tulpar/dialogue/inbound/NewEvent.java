package org.tulpar.dialogue.inbound;

import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** A webhook on its way into the ledger. */
record NewEvent(
    OrganizationId organization,
    UUID channel,
    String externalId,
    String eventType,
    int lane,
    String raw,
    String traceId) {}
