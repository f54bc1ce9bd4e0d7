package org.tulpar.operations.backup;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.tulpar.operations.Outcome;

/** Which dumps may go: those older than the days to keep, but never the newest green one. */
record Retention(int days) {

  Retention {
    if (days < 1) {
      throw new IllegalArgumentException("tulpar.backup.keep-days must be at least 1: " + days);
    }
  }

  List<BackupRun> expired(List<BackupRun> runs, Instant now) {
    var newestGreen =
        runs.stream()
            .filter(run -> run.outcome() == Outcome.GREEN && run.hasFile())
            .max(Comparator.comparing(BackupRun::startedAt))
            .map(BackupRun::id)
            .orElse(-1L);
    var limit = now.atOffset(ZoneOffset.UTC).minus(Period.ofDays(days)).toInstant();
    return runs.stream()
        .filter(BackupRun::hasFile)
        .filter(run -> run.outcome() != Outcome.RUNNING && run.id() != newestGreen)
        .filter(run -> run.startedAt().isBefore(limit))
        .toList();
  }
}
