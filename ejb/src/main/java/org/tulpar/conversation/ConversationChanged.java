package org.tulpar.conversation;

import org.tulpar.tenant.OrganizationId;

/**
 * A conversation, one of its messages or a delivery state has changed, and the change is committed.
 *
 * <p>Fired by whoever committed it, on the node where that happened. Screens do not observe it:
 * they wait for {@link ConversationNews}, which comes to every node.
 */
public record ConversationChanged(OrganizationId organization, long conversationId) {}
