/**
 * Orders: who wants what, for the price that held when it was ordered.
 *
 * <p>Promises: an order that is confirmed has its seats, and no seat is given twice; which status
 * follows which is told by {@link org.tulpar.catalog.order.OrderStatus} alone; sums are the
 * database's, and currencies are never added together. Leaves alone: payments.
 */
package org.tulpar.catalog.order;
