package org.tulpar.operations;

import java.time.Instant;
import java.util.List;

/**
 * One execution of a job.
 *
 * @param endedAt null while it runs
 * @param status of the job runner: {@code STARTED}, {@code COMPLETED}, {@code FAILED} …
 * @param exit what the job said of itself; null when it said nothing
 */
public record JobRun(
    long execution,
    Instant startedAt,
    Instant endedAt,
    String status,
    String exit,
    List<JobStep> steps) {

  public JobRun {
    steps = List.copyOf(steps);
  }
}
