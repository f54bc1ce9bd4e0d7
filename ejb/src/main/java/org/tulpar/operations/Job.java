package org.tulpar.operations;

import java.time.Instant;

/**
 * A job of the whole installation.
 *
 * @param nextAt when the schedule starts it again
 * @param lastStartedAt null before the first run, as the fields after it
 */
public record Job(
    String name,
    Instant nextAt,
    Instant lastStartedAt,
    Instant lastFinishedAt,
    Long lastExecution,
    Outcome lastOutcome) {}
