package org.tulpar.web.analytics;

import java.util.List;

/**
 * One big number.
 *
 * @param unit small beside it, or empty
 * @param meta what it counts
 * @param more beside it, each with rows of its own: how it was before
 * @param address below the context root, of the rows behind it
 * @param kind empty, or waiting when somebody should act
 */
public record Tile(
    String id,
    String label,
    String value,
    String unit,
    String meta,
    List<Counter> more,
    String address,
    String kind) {}
