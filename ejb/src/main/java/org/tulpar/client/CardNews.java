package org.tulpar.client;

import org.tulpar.tenant.OrganizationId;

/**
 * The news of a {@link CardWritten}, a client at a time, on every node: also on the one that fired
 * it. Whoever shows her card reads it again.
 */
public record CardNews(OrganizationId organization, long client) {}
