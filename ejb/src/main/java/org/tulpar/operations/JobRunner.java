package org.tulpar.operations;

import java.util.Map;

/** Runs jobs outside the caller's request and remembers their executions. */
public interface JobRunner {

  /** Starts a job and returns at once with the number of its execution. */
  long start(String job, Map<String, String> parameters);

  /**
   * Goes on with an execution that failed or was stopped, from the step it came to, and returns at
   * once with the number of the new one.
   *
   * @throws NotResumable when it is neither, or a newer one took its place
   */
  long restart(long execution, Map<String, String> parameters);
}
