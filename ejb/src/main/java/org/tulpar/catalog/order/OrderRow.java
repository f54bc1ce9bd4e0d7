package org.tulpar.catalog.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tulpar.tenant.list.Sum;

/**
 * One line of a list of orders.
 *
 * @param number within the organization, from 1
 * @param client name, else phone with plus, or null when neither is known
 * @param what the first product that was ordered, or null when nothing was yet
 * @param lines how many lines the order has
 * @param starts the first departure, or null
 * @param sums one per currency
 */
public record OrderRow(
    long id,
    long number,
    OrderStatus status,
    int version,
    long clientId,
    String client,
    String what,
    int lines,
    LocalDate starts,
    List<Sum> sums,
    Instant at) {}
