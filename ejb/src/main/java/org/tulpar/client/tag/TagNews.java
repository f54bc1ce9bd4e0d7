package org.tulpar.client.tag;

import org.tulpar.tenant.OrganizationId;

/**
 * The news of {@link TagsChanged}, on every node: also on the one that fired it. Whoever shows tags
 * reads them again.
 */
public record TagNews(OrganizationId organization) {}
