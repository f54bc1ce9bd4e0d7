package org.tulpar.catalog.product;

import java.util.List;

/**
 * One line of the product list.
 *
 * @param next the next departure, or null
 * @param prices that hold today
 */
public record ProductRow(
    long id,
    ProductType type,
    String code,
    String name,
    String nameKey,
    String partner,
    boolean active,
    Departure next,
    List<PriceFact> prices) {}
