package org.tulpar.operations.backup;

/**
 * A backup as the console shows it.
 *
 * @param proof null when the run did not come that far
 */
public record BackupRow(BackupRun run, RestoreProof proof) {}
