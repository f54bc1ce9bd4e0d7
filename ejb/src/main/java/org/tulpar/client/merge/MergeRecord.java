package org.tulpar.client.merge;

import java.time.Instant;

/**
 * A merge that took place.
 *
 * @param person who merged, or null when a messenger told it
 * @param undone whether the cards were parted again
 */
public record MergeRecord(
    long id,
    Instant at,
    String person,
    long survivorId,
    String survivor,
    long loserId,
    String loser,
    boolean undone) {}
