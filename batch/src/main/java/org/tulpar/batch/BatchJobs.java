package org.tulpar.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Properties;
import org.tulpar.operations.JobRunner;
import org.tulpar.operations.NotResumable;

/** Runs jobs on the server's batch runtime; its repository keeps the executions over restarts. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class BatchJobs implements JobRunner {

  @Override
  public long start(String job, Map<String, String> parameters) {
    return BatchRuntime.getJobOperator().start(job, properties(parameters));
  }

  @Override
  public long restart(long execution, Map<String, String> parameters) {
    try {
      return BatchRuntime.getJobOperator().restart(execution, properties(parameters));
    } catch (NoSuchJobExecutionException
        | JobExecutionAlreadyCompleteException
        | JobExecutionNotMostRecentException
        | JobRestartException e) {
      throw refused(e);
    }
  }

  private static NotResumable refused(BatchRuntimeException e) {
    var refused = new NotResumable();
    refused.initCause(e);
    return refused;
  }

  private static Properties properties(Map<String, String> parameters) {
    var properties = new Properties();
    properties.putAll(parameters);
    return properties;
  }
}
