package org.tulpar.client.company;

import org.tulpar.tenant.OrganizationId;

/**
 * The news of {@link CompanyTagged}, on every node: also on the one that fired it. Whoever shows
 * the company's tags reads them again.
 */
public record CompanyNews(OrganizationId organization, long company) {}
