package org.tulpar.web.operations;

import org.tulpar.operations.Job;
import org.tulpar.operations.Outcome;

/** One line of the table of jobs, ready to show. */
public final class JobLine {

  private final Job job;
  private final Figures figures;

  JobLine(Job job, Figures figures) {
    this.job = job;
    this.figures = figures;
  }

  public String getName() {
    return job.name();
  }

  public String getLastStarted() {
    return figures.time(job.lastStartedAt());
  }

  public String getTook() {
    return figures.seconds(job.lastStartedAt(), job.lastFinishedAt());
  }

  public String getNext() {
    return figures.time(job.nextAt());
  }

  /** It failed, so that it can go on from the step that did. */
  public boolean isRed() {
    return job.lastOutcome() == Outcome.RED;
  }

  /** Empty before the first run. */
  public String getOutcome() {
    return job.lastOutcome() == null ? "" : job.lastOutcome().name();
  }
}
