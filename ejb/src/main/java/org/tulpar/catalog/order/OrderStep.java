package org.tulpar.catalog.order;

import java.time.Instant;

/**
 * A change of status.
 *
 * @param from null when the order was made
 * @param person who did it, or null
 */
public record OrderStep(OrderStatus from, OrderStatus to, String person, Instant at) {}
