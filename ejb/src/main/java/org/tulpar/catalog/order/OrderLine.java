package org.tulpar.catalog.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tulpar.catalog.product.PriceUnit;

/**
 * What was ordered, for the price that held then.
 *
 * @param starts when the departure sets out, or null
 * @param priceId the fact the price was copied from
 * @param amount quantity times price, of the database
 */
public record OrderLine(
    long id,
    long productId,
    String product,
    LocalDate starts,
    PriceUnit unit,
    int quantity,
    BigDecimal price,
    BigDecimal amount,
    String currency,
    long priceId) {}
