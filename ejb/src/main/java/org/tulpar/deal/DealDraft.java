package org.tulpar.deal;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a person may write on a card.
 *
 * @param amount null while unknown
 * @param currency ISO 4217; ignored without an amount
 * @param productId what it is about in the catalogue, or null
 * @param ownerId or null for nobody
 * @param nextStep or null; without it the time is ignored
 */
public record DealDraft(
    String title,
    BigDecimal amount,
    String currency,
    Long productId,
    Long ownerId,
    String nextStep,
    Instant nextStepAt) {}
