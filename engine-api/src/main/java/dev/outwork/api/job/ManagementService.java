package dev.outwork.api.job;

import dev.outwork.api.ListQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows the jobs of the engine, and lets an operator change them. */
public interface ManagementService {
  List<Job> jobs(ListQuery<JobFilter, JobSort> query);

  long countJobs(ListQuery<JobFilter, JobSort> query);

  Optional<Job> job(String id);

  /**
   * Runs a job now, whether or not it is due and has retries left, in a transaction of its own that
   * neither sees nor joins that of the caller. A failure counts as one, as if the engine had run
   * the job by itself.
   *
   * @throws dev.outwork.api.NotFoundException if there is none with this id
   * @throws dev.outwork.api.SuspendedEntityInteractionException if it is suspended
   * @throws dev.outwork.api.ProcessEngineException if the job fails
   */
  void executeJob(String id);

  /** Sets how often a job may still be tried. 0 opens an incident, more resolves it. */
  void setJobRetries(String id, int retries);

  /**
   * Sets how often a job may still be tried, and when it is due.
   *
   * @param dueDate null for now
   */
  void setJobRetries(String id, int retries, Instant dueDate);

  /**
   * Sets when a job is due.
   *
   * @param dueDate null for now
   * @param cascade whether the later times of its cycle are counted from there as well
   */
  void setJobDuedate(String id, Instant dueDate, boolean cascade);

  /** Keeps a job from being run, or lets it be run again. */
  void setJobSuspended(String id, boolean suspended);

  /** Of jobs that are due, those of higher priority are run first. */
  void setJobPriority(String id, long priority);

  /**
   * Takes a job away for good: its timer never fires; what waits for its continuation waits until
   * it is cancelled.
   */
  void deleteJob(String id);

  /**
   * What is under way in a definition, activity by activity; activities at which there is nothing
   * are left out.
   *
   * @throws dev.outwork.api.NotFoundException if there is no such definition
   */
  List<ActivityStatistics> activityStatistics(
      String processDefinitionId, StatisticsRequest request);

  /** What is under way in every definition. */
  List<ProcessDefinitionStatistics> processDefinitionStatistics(StatisticsRequest request);

  /**
   * The stack trace of a job's latest failure; empty if there was none.
   *
   * @throws dev.outwork.api.NotFoundException if there is no job with this id
   */
  Optional<String> jobExceptionStacktrace(String id);
}
