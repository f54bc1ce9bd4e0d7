package org.tulpar.deal;

import java.time.Instant;

/**
 * A step of a deal's way.
 *
 * @param from stage's name, or null when the deal was made
 * @param by person's name, or null when it was nobody of ours
 */
public record DealEvent(Instant at, String from, String to, String by) {}
