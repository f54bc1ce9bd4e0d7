package org.tulpar.catalog.order;

import java.math.BigDecimal;

/**
 * So much in one currency (ISO 4217).
 *
 * @param amount two decimals
 */
public record Sum(BigDecimal amount, String currency) {}
