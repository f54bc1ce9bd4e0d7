package org.tulpar.conversation.push;

import org.tulpar.tenant.OrganizationId;

/** A browser wants to be told. Fired inside of the transaction that keeps it. */
public record PushSubscribed(OrganizationId organization) {}
