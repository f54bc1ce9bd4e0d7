package org.tulpar.client.company;

import org.tulpar.tenant.OrganizationId;

/**
 * A tag was put on a company, or taken off it. Fired inside the transaction; pages that show the
 * company wait for {@link CompanyNews}.
 */
public record CompanyTagged(OrganizationId organization, long companyId) {}
