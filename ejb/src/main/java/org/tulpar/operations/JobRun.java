package org.tulpar.operations;

import java.time.Instant;

/**
 * One run of a job, from its start or from where it was gone on with.
 *
 * @param finishedAt null while it runs, and where nobody knows when it ended
 * @param code key of the reason why it did not end well; null where it did, or none is known
 * @param reason the same in the words of whatever failed, or null
 */
public record JobRun(
    String job,
    Instant startedAt,
    Instant finishedAt,
    Outcome outcome,
    String code,
    String reason) {}
