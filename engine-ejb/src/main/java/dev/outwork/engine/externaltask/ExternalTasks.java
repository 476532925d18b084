package dev.outwork.engine.externaltask;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.api.externaltask.TaskReport;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.TopicNames;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.tally.WorkerSightings;
import dev.outwork.engine.tracing.CallTrace;
import dev.outwork.engine.tracing.Tracing;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The boundary of external tasks. */
@Stateless
@TellsOutages
@Local(ExternalTaskService.class)
public class ExternalTasks implements ExternalTaskService {
  private static final String COMPLETE = "complete";
  private static final String FAILURE = "failure";

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Fetch fetch;
  @Inject private Reports reports;
  @Inject private Locks locks;
  @Inject private Retries retries;
  @Inject private RetriesBatch retriesBatch;
  @Inject private ExternalTaskStore tasks;
  @Inject private TaskHoldStore holds;
  @Inject private TaskStateStore states;
  @Inject private SingleReports singleReports;
  @Inject private BulkReports bulkReports;
  @Inject private Event<WorkAvailable> workAvailable;
  @Inject private WorkerSightings sightings;
  @Inject private Tracing tracing;
  @Inject private Clock clock;

  @Override
  public List<LockedExternalTask> fetchAndLock(FetchAndLock request) {
    Arguments.check(request);
    sightings.polled(request);
    if (request.maxTasks() == 0 || request.topics().isEmpty()) {
      return List.of();
    }
    return fetch.fetch(request);
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void complete(
      String id,
      String workerId,
      Map<String, TypedValue> variables,
      Map<String, TypedValue> localVariables) {
    Arguments.checkWorker(workerId);
    checkId(id);
    singleReports.make(
        new Report(
            workerId, new CompletedTask(id, variables, localVariables), tracing.call(COMPLETE)));
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void handleFailure(String id, String workerId, Failure failure) {
    Arguments.checkWorker(workerId);
    Arguments.check(failure);
    checkId(id);
    singleReports.make(new Report(workerId, new FailedTask(id, failure), tracing.call(FAILURE)));
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public List<ReportOutcome> completeAll(String workerId, List<CompletedTask> completed) {
    return report(workerId, completed, COMPLETE);
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public List<ReportOutcome> handleFailures(String workerId, List<FailedTask> failed) {
    return report(workerId, failed, FAILURE);
  }

  private List<ReportOutcome> report(
      String workerId, List<? extends TaskReport> reports, String operation) {
    Arguments.checkWorker(workerId);
    if (reports.size() > MOST_REPORTS) {
      throw new BadUserRequestException(
          "Cannot take %d reports in one request: at most %d are allowed"
              .formatted(reports.size(), MOST_REPORTS));
    }
    return bulkReports.make(
        reports.stream()
            .map(report -> new Report(workerId, report, tracing.call(operation)))
            .toList());
  }

  @Override
  public void handleBpmnError(
      String id,
      String workerId,
      String errorCode,
      String errorMessage,
      Map<String, TypedValue> variables) {
    Arguments.checkWorker(workerId);
    if (ensureNotNull("errorCode", errorCode).isEmpty()) {
      throw new ProcessEngineException("Error Code is empty");
    }
    CallTrace trace = tracing.call("bpmnError");
    trace.during(
        () -> {
          reports.bpmnError(
              held(id, workerId, Reports.CANNOT_RAISE),
              Thrown.error(errorCode, errorMessage),
              variables,
              trace);
          return null;
        });
  }

  @Override
  public void lock(String id, String workerId, Duration lockDuration) {
    Arguments.checkWorker(workerId);
    Arguments.checkPositive("lockDuration", lockDuration);
    locks.lock(hold(id), workerId, lockDuration);
  }

  @Override
  public void extendLock(String id, String workerId, Duration newDuration) {
    Arguments.checkWorker(workerId);
    Arguments.checkPositive("lockTime", newDuration);
    locks.extend(hold(id), workerId, newDuration);
  }

  @Override
  public void giveBack(List<LockedExternalTask> fetched) {
    holdThoseAsFetched(fetched).values().forEach(locks::giveBack);
  }

  @Override
  public List<LockedExternalTask> renew(FetchAndLock request, List<LockedExternalTask> fetched) {
    Map<String, Topic> topics = request.topicsByName();
    Map<String, TaskRow> held = holdThoseAsFetched(fetched);
    List<LockedExternalTask> renewed = new ArrayList<>();
    for (LockedExternalTask task : fetched) {
      TaskRow row = held.get(task.task().id());
      if (row != null && !row.isSuspended()) {
        Duration duration = topics.get(row.topicName()).lockDuration();
        renewed.add(task.lockedUntil(locks.renew(row, duration)));
      }
    }
    return renewed;
  }

  /** The tasks that still have the lock of their fetch, by id. */
  private Map<String, TaskRow> holdThoseAsFetched(List<LockedExternalTask> fetched) {
    Map<String, TaskRow> held = new LinkedHashMap<>();
    fetched.stream()
        .map(LockedExternalTask::task)
        .sorted(Comparator.comparing(ExternalTask::id))
        .forEach(
            task ->
                tasks
                    .hold(task.id())
                    .filter(row -> row.hasLock(task.workerId(), task.lockExpirationTime()))
                    .ifPresent(row -> held.put(row.id(), row)));
    return held;
  }

  @Override
  public void unlock(String id) {
    locks.unlock(hold(id));
  }

  @Override
  public void setRetries(String id, int newRetries) {
    Arguments.checkRetries(newRetries);
    retries.set(holds.hold(id).orElseThrow(() -> HeldTask.notFound(id)).task(), newRetries);
  }

  @Override
  public void setRetries(Collection<String> ids, int newRetries) {
    Arguments.checkRetries(newRetries);
    if (ids.isEmpty()) {
      throw new BadUserRequestException("externalTaskIds is empty");
    }
    if (ids.stream().anyMatch(id -> id == null)) {
      throw new BadUserRequestException(
          "External task id cannot be null: externalTaskIds contains null value");
    }
    Set<String> distinct = new TreeSet<>(ids);
    Map<String, HeldTask> held = holds.hold(distinct);
    for (String id : distinct) {
      retries.set(
          Optional.ofNullable(held.get(id)).orElseThrow(() -> notFoundAmong(id)).task(),
          newRetries);
    }
  }

  @Override
  public Batch setRetriesAsync(Collection<String> ids, int newRetries) {
    Arguments.checkRetries(newRetries);
    return retriesBatch.create(ids, newRetries);
  }

  @Override
  public void setPriority(String id, long priority) {
    TaskRow task = hold(id);
    states.setPriority(id, priority);
    workAvailable.fire(WorkAvailable.again(task));
  }

  @Override
  public Optional<ExternalTask> externalTask(String id) {
    return Entities.find(
        entityManager,
        ExternalTaskEntity.class,
        id,
        found -> found.map(ExternalTaskEntity::toExternalTask));
  }

  @Override
  public List<ExternalTask> externalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return list(query).list(ExternalTaskEntity::toExternalTask);
  }

  @Override
  public List<String> externalTaskIds(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return list(query).ids();
  }

  @Override
  public long countExternalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return list(query).count();
  }

  @Override
  public List<String> topicNames(TopicNames which) {
    return new TopicNameQuery(entityManager, clock.instant()).names(which);
  }

  @Override
  public Optional<String> errorDetails(String id) {
    if (externalTask(id).isEmpty()) {
      throw HeldTask.notFound(id);
    }
    return tasks.errorDetails(id);
  }

  private ExternalTaskList list(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return new ExternalTaskList(entityManager, query, clock.instant());
  }

  private static void checkId(String id) {
    if (id == null) {
      throw HeldTask.notFound(id);
    }
  }

  private HeldTask held(String id, String workerId, String refusal) {
    HeldTask held = holds.holdForJourney(id).orElseThrow(() -> HeldTask.notFound(id));
    held.checkReportBy(workerId, refusal);
    return held;
  }

  private TaskRow hold(String id) {
    return tasks.hold(id).orElseThrow(() -> HeldTask.notFound(id));
  }

  private static NotFoundException notFoundAmong(String id) {
    return new NotFoundException(
        "Cannot find external task with id %s: externalTask is null".formatted(id));
  }
}
