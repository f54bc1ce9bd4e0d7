package org.tulpar.deal;

import org.tulpar.tenant.OrganizationId;

/**
 * The news of a {@link DealChanged}, on every node: also on the one that fired it. It carries the
 * id only: whoever shows the card reads it again.
 */
public record DealNews(OrganizationId organization, long dealId) {}
