package dev.outwork.api.job;

import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.Batch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lists jobs and lets an operator change them; counts running instances. */
public interface ManagementService {
  List<Job> jobs(ListQuery<JobFilter, JobSort> query);

  long countJobs(ListQuery<JobFilter, JobSort> query);

  Optional<Job> job(String id);

  /** The ids of the jobs that match. */
  List<String> jobIds(ListQuery<JobFilter, JobSort> query);

  /**
   * Executes a job now, whether or not it is due and has retries left, in a transaction of its own
   * that neither sees nor joins the caller's. A failure consumes a retry, as if the engine had
   * executed the job by itself.
   *
   * @throws dev.outwork.api.NotFoundException if there is no job with this id
   * @throws dev.outwork.api.SuspendedEntityInteractionException if it is suspended
   * @throws dev.outwork.api.ProcessEngineException if the job fails
   */
  void executeJob(String id);

  /** Sets the remaining retries of a job. 0 creates an incident, a higher number resolves it. */
  void setJobRetries(String id, int retries);

  /**
   * Sets the remaining retries and the due date of a job.
   *
   * @param dueDate null for now
   */
  void setJobRetries(String id, int retries, Instant dueDate);

  /**
   * Sets the remaining retries of jobs in the background, by a batch: each job in a transaction of
   * its own. A job that no longer exists when its turn comes is a failure of the batch.
   *
   * @throws dev.outwork.api.BadUserRequestException if there are no ids, one is null, or the number
   *     is negative
   */
  Batch setJobRetriesAsync(Collection<String> ids, int retries);

  /** As above, and moves the jobs to a due date. */
  Batch setJobRetriesAsync(Collection<String> ids, int retries, Instant dueDate);

  /**
   * Sets the due date of a job.
   *
   * @param dueDate null for now
   * @param cascade whether later repetitions of its cycle are counted from the new date as well
   */
  void setJobDuedate(String id, Instant dueDate, boolean cascade);

  /** Suspends or activates a job; a suspended job is not executed. */
  void setJobSuspended(String id, boolean suspended);

  /**
   * Sets the priority of a job. Of the jobs that are due, those of higher priority are executed
   * first.
   */
  void setJobPriority(String id, long priority);

  /**
   * Deletes a job permanently: its timer never fires, and a token that waits for its continuation
   * waits until it is cancelled.
   */
  void deleteJob(String id);

  /**
   * The running instances of a definition by activity; activities without any are left out.
   *
   * @throws dev.outwork.api.NotFoundException if there is no such definition
   */
  List<ActivityStatistics> activityStatistics(
      String processDefinitionId, StatisticsRequest request);

  /** The running instances of every definition. */
  List<ProcessDefinitionStatistics> processDefinitionStatistics(StatisticsRequest request);

  /**
   * The stack trace of the last failure of a job; empty if there was none.
   *
   * @throws dev.outwork.api.NotFoundException if there is no job with this id
   */
  Optional<String> jobExceptionStacktrace(String id);
}
