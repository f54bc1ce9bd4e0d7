package org.tulpar.catalog.order;

import java.time.Instant;
import java.util.List;
import org.tulpar.tenant.list.Sum;

/**
 * An order with everything in it.
 *
 * @param client name, else phone with plus, or null when neither is known
 * @param phone of whoever receives it, digits without plus, or null
 * @param deal title, or null
 * @param sums one per currency
 * @param steps the latest first
 */
public record OrderCard(
    long id,
    long number,
    OrderStatus status,
    int version,
    long clientId,
    String client,
    Long conversationId,
    Long dealId,
    String deal,
    String address,
    String phone,
    String note,
    Instant at,
    List<OrderLine> lines,
    List<Sum> sums,
    List<OrderStep> steps) {}
