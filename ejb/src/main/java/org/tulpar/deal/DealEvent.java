package org.tulpar.deal;

import java.time.Instant;
import java.util.Map;

/**
 * A step of a deal's way, or what a person wrote on it.
 *
 * @param from stage's name, or null when the deal was made
 * @param to stage's name, or null when it stayed where it was
 * @param changes what was written, as the audit keeps it; empty for a step
 * @param by person's name, or null when it was nobody of ours
 */
public record DealEvent(
    Instant at, String from, String to, Map<String, String> changes, String by) {}
