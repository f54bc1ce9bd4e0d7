package org.tulpar.conversation;

import org.tulpar.tenant.OrganizationId;

/**
 * The news of a {@link ConversationChanged}, on every node: also on the one that fired it. Observed
 * by the pages' push. It carries the id only: whoever shows the conversation reads it again.
 */
public record ConversationNews(OrganizationId organization, long conversationId) {}
