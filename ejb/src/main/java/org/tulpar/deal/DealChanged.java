package org.tulpar.deal;

import org.tulpar.tenant.OrganizationId;

/**
 * A deal was made, moved or written on. Fired inside the transaction, for those who observe its
 * success; screens wait for {@link DealNews}, which comes to every node.
 */
public record DealChanged(OrganizationId organization, long dealId) {}
