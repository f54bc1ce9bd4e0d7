package org.tulpar.client;

import java.util.List;
import org.tulpar.tenant.OrganizationId;

/**
 * Somebody has written on clients' cards: what is shown of them elsewhere is no longer right. Fired
 * inside the transaction; screens that show a card wait for {@link CardNews}.
 */
public record CardWritten(OrganizationId organization, List<Long> clientIds) {}
