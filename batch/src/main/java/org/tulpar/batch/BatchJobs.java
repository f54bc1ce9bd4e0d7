package org.tulpar.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.tulpar.operations.JobRun;
import org.tulpar.operations.JobRunner;
import org.tulpar.operations.JobStep;
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

  @Override
  public void stop(long execution) {
    try {
      BatchRuntime.getJobOperator().stop(execution);
    } catch (NoSuchJobExecutionException | JobExecutionNotRunningException e) {
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

  @Override
  public List<JobRun> latest(String job, int most) {
    var operator = BatchRuntime.getJobOperator();
    try {
      return operator.getJobInstances(job, 0, most).stream()
          .flatMap(instance -> operator.getJobExecutions(instance).stream())
          .sorted(Comparator.comparing(JobExecution::getExecutionId).reversed())
          .limit(most)
          .map(execution -> run(operator, execution))
          .toList();
    } catch (NoSuchJobException e) {
      return List.of();
    }
  }

  private static JobRun run(JobOperator operator, JobExecution execution) {
    return new JobRun(
        execution.getExecutionId(),
        instant(execution.getStartTime()),
        instant(execution.getEndTime()),
        String.valueOf(execution.getBatchStatus()),
        execution.getExitStatus(),
        operator.getStepExecutions(execution.getExecutionId()).stream()
            .map(BatchJobs::step)
            .toList());
  }

  private static JobStep step(StepExecution step) {
    return new JobStep(
        step.getStepName(),
        String.valueOf(step.getBatchStatus()),
        step.getExitStatus(),
        Objects.toString(step.getPersistentUserData(), null));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
