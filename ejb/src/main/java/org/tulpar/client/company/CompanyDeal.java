package org.tulpar.client.company;

import java.math.BigDecimal;

/**
 * A deal with somebody who works at a company.
 *
 * @param client her name, else her phone with plus, or null when there is neither
 * @param kind OPEN, WON or LOST
 * @param amount in currency (ISO 4217), or null
 */
public record CompanyDeal(
    long id,
    String title,
    long pipelineId,
    String stage,
    String kind,
    BigDecimal amount,
    String currency,
    long clientId,
    String client) {}
