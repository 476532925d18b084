package dev.outwork.engine.job;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.job.ActivityStatistics;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.job.ManagementService;
import dev.outwork.api.job.ProcessDefinitionStatistics;
import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The boundary of jobs and statistics. */
@Stateless
@TellsOutages
@Local(ManagementService.class)
public class Jobs implements ManagementService {
  private static final String SET_RETRIES = "SetJobRetries";
  private static final String RETRIES = "retries";
  private static final String DUE_DATE = "dueDate";

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private JobStore jobs;
  @Inject private JobStateStore states;
  @Inject private JobHolds holds;
  @Inject private JobRetries retries;
  @Inject private JobRetriesBatch retriesBatch;
  @Inject private JobQueue queue;
  @Inject private JobExecution execution;
  @Inject private Statistics statistics;
  @Inject private OperationLog log;
  @Inject private Clock clock;

  @Override
  public List<Job> jobs(ListQuery<JobFilter, JobSort> query) {
    return list(query, rights()).list(JobEntity::toJob);
  }

  @Override
  public long countJobs(ListQuery<JobFilter, JobSort> query) {
    return list(query, rights()).count();
  }

  @Override
  public List<String> jobIds(ListQuery<JobFilter, JobSort> query) {
    return list(query, rights()).ids();
  }

  @Override
  public Optional<Job> job(String id) {
    ProcessRights rights = rights();
    return Entities.find(
        entityManager,
        JobEntity.class,
        id,
        found ->
            found
                .map(JobEntity::toJob)
                .filter(job -> rights.permit(Verb.READ, job.processDefinitionKey())));
  }

  // The failure of a job stays recorded, although the caller gets an exception.
  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void executeJob(String id) {
    JobRow job = find(ensureNotNull("jobId", id), rights(), Verb.OPERATE);
    if (job.suspended()) {
      throw new SuspendedEntityInteractionException("Job", id);
    }
    if (!runNow(id)) {
      throw HeldJob.notFound(id);
    }
  }

  private JobRow find(String id, ProcessRights rights, Verb verb) {
    return jobs.find(id)
        .filter(job -> rights.permit(verb, job.definitionKey()))
        .orElseThrow(() -> HeldJob.notFound(id));
  }

  private boolean runNow(String id) {
    try {
      return execution.runNow(id);
    } catch (RuntimeException e) {
      execution.failed(id, JobRuns.causeOf(e));
      throw e;
    }
  }

  @Override
  public void setJobRetries(String id, int newRetries) {
    ProcessRights rights = rights();
    checkRetries(newRetries);
    JobRow job = hold(id, rights);
    retries.set(job, newRetries);
    log.add(job.operation(SET_RETRIES).change(RETRIES, job.retries(), newRetries));
    queue.wake();
  }

  @Override
  public void setJobRetries(String id, int newRetries, Instant dueDate) {
    ProcessRights rights = rights();
    checkRetries(newRetries);
    JobRow job = hold(id, rights);
    Instant due = orNow(dueDate);
    retries.set(job, newRetries, due);
    log.add(
        job.operation(SET_RETRIES)
            .change(RETRIES, job.retries(), newRetries)
            .change(DUE_DATE, job.dueAt(), due));
    queue.wake();
  }

  @Override
  public Batch setJobRetriesAsync(Collection<String> ids, int newRetries) {
    rights().checkOperateSome();
    checkRetries(newRetries);
    return logged(retriesBatch.create(ids, newRetries, Optional.empty()), newRetries);
  }

  @Override
  public Batch setJobRetriesAsync(Collection<String> ids, int newRetries, Instant dueDate) {
    rights().checkOperateSome();
    checkRetries(newRetries);
    return logged(retriesBatch.create(ids, newRetries, Optional.of(dueDate)), newRetries);
  }

  private static void checkRetries(int newRetries) {
    if (newRetries < 0) {
      throw new BadUserRequestException(
          "ENGINE-13054 The number of job retries must be a non-negative Integer, but '%d' has been provided."
              .formatted(newRetries));
    }
  }

  @Override
  public void setJobDuedate(String id, Instant dueDate, boolean cascade) {
    JobRow job = hold(id, rights());
    Instant due = orNow(dueDate);
    log.add(job.operation("SetDueDate").change("duedate", job.dueAt(), due));
    if (cascade) {
      states.setSchedule(id, due);
    } else {
      states.setDue(id, due);
    }
    queue.wake();
  }

  @Override
  public void setJobSuspended(String id, boolean suspended) {
    JobRow job = hold(id, rights());
    states.setSuspended(id, suspended);
    log.add(job.operation(Operation.suspension(suspended) + "Job").suspended(suspended));
    queue.wake();
  }

  @Override
  public void setJobPriority(String id, long priority) {
    JobRow job = hold(id, rights());
    states.setPriority(id, priority);
    log.add(job.operation("SetPriority").change("priority", job.priority(), priority));
  }

  @Override
  public void deleteJob(String id) {
    JobRow job = hold(id, rights());
    log.add(job.operation("Delete"));
    queue.remove(List.of(job.awaited()), clock.instant());
  }

  @Override
  public Optional<String> jobExceptionStacktrace(String id) {
    find(id, rights(), Verb.READ);
    return states.exceptionDetails(id);
  }

  @Override
  public List<ActivityStatistics> activityStatistics(
      String processDefinitionId, StatisticsRequest request) {
    return statistics.ofActivities(processDefinitionId, request, rights());
  }

  @Override
  public List<ProcessDefinitionStatistics> processDefinitionStatistics(StatisticsRequest request) {
    return statistics.ofDefinitions(request, rights());
  }

  private JobRow hold(String id, ProcessRights rights) {
    return holds
        .hold(ensureNotNull("jobId", id))
        .map(HeldJob::job)
        .filter(job -> rights.permit(Verb.OPERATE, job.definitionKey()))
        .orElseThrow(() -> HeldJob.notFound(id));
  }

  private Listing<JobEntity, JobFilter, JobSort> list(
      ListQuery<JobFilter, JobSort> query, ProcessRights rights) {
    return new JobList(entityManager, query, clock.instant())
        .seenBy(where -> rights.see(where, "definitionKey"));
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }

  private Batch logged(Batch batch, int newRetries) {
    log.add(
        Operation.of(Kind.JOB, SET_RETRIES)
            .on(Subject.BATCH, batch.id())
            .many(batch.totalJobs(), true)
            .change(RETRIES, null, newRetries));
    return batch;
  }

  private Instant orNow(Instant dueDate) {
    return Objects.requireNonNullElseGet(dueDate, clock::instant);
  }
}
