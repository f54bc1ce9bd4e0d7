package org.tulpar.deal;

import java.math.BigDecimal;

/**
 * What lies in a stage in one currency, over the whole filter.
 *
 * @param currency ISO 4217, or null for the deals without an amount
 * @param sum null where there is no currency
 */
public record StageTotal(long stageId, String currency, long count, BigDecimal sum) {}
