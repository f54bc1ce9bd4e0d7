package org.tulpar.operations.backup;

import java.time.Instant;
import org.tulpar.operations.Outcome;

/**
 * One attempt to restore a dump and compare the copy with what was dumped.
 *
 * @param finishedAt null while it runs
 * @param tables compared
 * @param rows compared, over all tables
 * @param reasonCode key of the sentence that says why it is red; null when it is not
 */
public record RestoreProof(
    long id,
    long backupRun,
    Instant startedAt,
    Instant finishedAt,
    Outcome outcome,
    int tables,
    long rows,
    String reasonCode,
    String reason) {}
