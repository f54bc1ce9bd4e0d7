package org.tulpar.catalog.product;

import java.util.List;

/**
 * A product with everything that may be edited.
 *
 * @param partner name, or null
 * @param departures the next first, then those that have set out
 * @param prices by unit, the latest term first
 */
public record ProductCard(
    long id,
    ProductType type,
    String code,
    String name,
    String description,
    Long partnerId,
    String partner,
    boolean active,
    int version,
    List<Departure> departures,
    List<PriceFact> prices) {}
