package org.tulpar.catalog.partner;

import java.math.BigDecimal;

/**
 * Whose products the organization sells.
 *
 * @param person whom one speaks with there, or null
 * @param phone international digits without plus, or null
 * @param commission percent of what the client pays, or null
 * @param products that are offered now
 */
public record Partner(
    long id,
    String name,
    String nameKey,
    String person,
    String phone,
    String email,
    String about,
    BigDecimal commission,
    boolean active,
    int version,
    int products) {}
