package org.tulpar.conversation;

import org.tulpar.tenant.OrganizationId;

/**
 * A person's message lies in the outbox. Fired inside the transaction: observe it after success and
 * wake the sender of the lane.
 *
 * @param lane {@link org.tulpar.channel.Lane} of the organization
 */
public record ReplyQueued(OrganizationId organization, int lane) {}
