package org.tulpar.web.analytics;

/**
 * One big number.
 *
 * @param unit small beside it, or empty
 * @param meta what it counts
 * @param more how it was before, or empty
 * @param address below the context root, of the rows behind it
 * @param kind empty, or waiting when somebody should act
 */
public record Tile(
    String id,
    String label,
    String value,
    String unit,
    String meta,
    String more,
    String address,
    String kind) {}
