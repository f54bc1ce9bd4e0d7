package org.tulpar.operations;

import java.util.List;
import java.util.Map;

/** Runs jobs outside the caller's request and remembers their executions. */
public interface JobRunner {

  /** Starts a job and returns at once with the number of its execution. */
  long start(String job, Map<String, String> parameters);

  /** The newest executions of a job, newest first; none when it never ran. */
  List<JobRun> latest(String job, int most);
}
