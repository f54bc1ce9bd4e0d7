package org.tulpar.client.tag;

import org.tulpar.tenant.OrganizationId;

/**
 * A tag got another name, or came or went, on however many clients and companies. Fired inside the
 * transaction, for those who observe its success; screens wait for {@link TagNews}, which comes to
 * every node.
 */
public record TagsChanged(OrganizationId organization) {}
