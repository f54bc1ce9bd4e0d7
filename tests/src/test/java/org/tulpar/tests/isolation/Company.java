package org.tulpar.tests.isolation;

import org.tulpar.tenant.OrganizationId;

/**
 * An organization with one of everything.
 *
 * @param conversation with one message of the client
 */
public record Company(OrganizationId id, String name, long user, long client, long conversation) {}
