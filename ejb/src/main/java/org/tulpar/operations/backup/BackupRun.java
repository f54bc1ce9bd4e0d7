package org.tulpar.operations.backup;

import java.time.Instant;
import org.tulpar.operations.Outcome;

/**
 * One attempt to back the database up.
 *
 * @param finishedAt null while it runs
 * @param file name in the backup directory; null before the dump is complete
 * @param bytes size of the dump; 0 before it is complete
 * @param prunedAt when the file was deleted by retention; null while it is kept
 * @param reasonCode key of the sentence that says why it is red; null when it is not
 * @param reason what the tool said, in its own words; null when there is nothing to say
 */
public record BackupRun(
    long id,
    Instant startedAt,
    Instant finishedAt,
    Outcome outcome,
    Trigger trigger,
    String file,
    long bytes,
    Instant prunedAt,
    String reasonCode,
    String reason) {

  boolean hasFile() {
    return file != null && prunedAt == null;
  }
}
