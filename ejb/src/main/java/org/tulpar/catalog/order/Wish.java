package org.tulpar.catalog.order;

import org.tulpar.catalog.product.PriceUnit;

/**
 * Something to be ordered.
 *
 * @param departureId of a tour; null for anything else
 * @param quantity of units, from 1 to 10,000
 */
public record Wish(long productId, Long departureId, PriceUnit unit, int quantity) {}
