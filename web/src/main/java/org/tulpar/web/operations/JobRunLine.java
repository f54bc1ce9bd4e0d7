package org.tulpar.web.operations;

import org.tulpar.operations.JobRun;

/** One line of the table of runs, ready to show. */
public final class JobRunLine {

  private final JobRun run;
  private final Figures figures;

  JobRunLine(JobRun run, Figures figures) {
    this.run = run;
    this.figures = figures;
  }

  public String getName() {
    return run.job();
  }

  public String getStarted() {
    return figures.time(run.startedAt());
  }

  public String getTook() {
    return figures.seconds(run.startedAt(), run.finishedAt());
  }

  public String getOutcome() {
    return run.outcome().name();
  }

  /** Key of the reason why it did not end well; null where there is none. */
  public String getReasonKey() {
    return run.code();
  }

  /** What failed, in its own words. */
  public String getReason() {
    return run.reason();
  }
}
