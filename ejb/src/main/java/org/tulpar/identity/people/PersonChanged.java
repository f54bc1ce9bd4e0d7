package org.tulpar.identity.people;

import org.tulpar.tenant.OrganizationId;

/**
 * A person was switched off, got another role or another password: a session that was opened before
 * is looked at anew. Fired inside of the transaction that changes it.
 */
public record PersonChanged(OrganizationId organization, long userId) {}
