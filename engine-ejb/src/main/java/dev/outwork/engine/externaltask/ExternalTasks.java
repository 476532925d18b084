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
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.Verb;
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
  private static final String SET_RETRIES = "SetExternalTaskRetries";
  private static final String RETRIES = "retries";

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private FetchTransaction fetchTransaction;
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
  @Inject private Tracing tracing;
  @Inject private OperationLog log;
  @Inject private Clock clock;

  @Override
  public List<LockedExternalTask> fetchAndLock(FetchAndLock request) {
    TaskRights rights = rights();
    Arguments.check(request);
    return fetchTransaction.fetch(rights.fetchable(request));
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void complete(
      String id,
      String workerId,
      Map<String, TypedValue> variables,
      Map<String, TypedValue> localVariables) {
    TaskRights rights = rights();
    Arguments.checkWorker(workerId);
    checkId(id);
    singleReports.make(
        new Report(
            workerId,
            new CompletedTask(id, variables, localVariables),
            tracing.call(COMPLETE),
            rights));
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void handleFailure(String id, String workerId, Failure failure) {
    TaskRights rights = rights();
    Arguments.checkWorker(workerId);
    Arguments.check(failure);
    checkId(id);
    singleReports.make(
        new Report(workerId, new FailedTask(id, failure), tracing.call(FAILURE), rights));
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public List<ReportOutcome> completeAll(String workerId, List<CompletedTask> completed) {
    return report(rights(), workerId, completed, COMPLETE);
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public List<ReportOutcome> handleFailures(String workerId, List<FailedTask> failed) {
    return report(rights(), workerId, failed, FAILURE);
  }

  private List<ReportOutcome> report(
      TaskRights rights, String workerId, List<? extends TaskReport> reports, String operation) {
    Arguments.checkWorker(workerId);
    if (reports.size() > MOST_REPORTS) {
      throw new BadUserRequestException(
          "Cannot take %d reports in one request: at most %d are allowed"
              .formatted(reports.size(), MOST_REPORTS));
    }
    return bulkReports.make(
        reports.stream()
            .map(report -> new Report(workerId, report, tracing.call(operation), rights))
            .toList());
  }

  @Override
  public void handleBpmnError(
      String id,
      String workerId,
      String errorCode,
      String errorMessage,
      Map<String, TypedValue> variables) {
    TaskRights rights = rights();
    Arguments.checkWorker(workerId);
    if (ensureNotNull("errorCode", errorCode).isEmpty()) {
      throw new ProcessEngineException("Error Code is empty");
    }
    CallTrace trace = tracing.call("bpmnError");
    trace.during(
        () -> {
          reports.bpmnError(
              held(id, workerId, rights), Thrown.error(errorCode, errorMessage), variables, trace);
          return null;
        });
  }

  @Override
  public void lock(String id, String workerId, Duration lockDuration) {
    TaskRights rights = rights();
    Arguments.checkWorker(workerId);
    Arguments.checkPositive("lockDuration", lockDuration);
    locks.lock(hold(id, rights, Verb.FETCH), workerId, lockDuration, rights);
  }

  @Override
  public void extendLock(String id, String workerId, Duration newDuration) {
    TaskRights rights = rights();
    Arguments.checkWorker(workerId);
    Arguments.checkPositive("lockTime", newDuration);
    locks.extend(hold(id, rights, Verb.REPORT), workerId, newDuration, rights);
  }

  // Here and in renew, the very lock is proof of the right to it.
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
    TaskRights rights = rights();
    TaskRow task = hold(id, rights, Verb.REPORT, Verb.OPERATE);
    locks.unlock(task, rights);
    log.add(of("Unlock", task));
  }

  @Override
  public void setRetries(String id, int newRetries) {
    TaskRights rights = rights();
    Arguments.checkRetries(newRetries);
    TaskRow task = holds.hold(id).orElseThrow(() -> HeldTask.notFound(id)).task();
    rights.check(task, Verb.OPERATE);
    retries.set(task, newRetries);
    log.add(of(SET_RETRIES, task).change(RETRIES, task.retries(), newRetries));
  }

  @Override
  public void setRetries(Collection<String> ids, int newRetries) {
    TaskRights rights = rights();
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
      TaskRow task = Optional.ofNullable(held.get(id)).orElseThrow(() -> notFoundAmong(id)).task();
      rights.check(task, ExternalTasks::notFoundAmong, Verb.OPERATE);
      retries.set(task, newRetries);
    }
    log.add(
        Operation.of(Kind.EXTERNAL_TASK, SET_RETRIES)
            .many(distinct.size(), false)
            .change(RETRIES, null, newRetries));
  }

  @Override
  public Batch setRetriesAsync(Collection<String> ids, int newRetries) {
    rights().checkOperateSome();
    Arguments.checkRetries(newRetries);
    Batch batch = retriesBatch.create(ids, newRetries);
    log.add(
        Operation.of(Kind.EXTERNAL_TASK, SET_RETRIES)
            .on(Subject.BATCH, batch.id())
            .many(batch.totalJobs(), true)
            .change(RETRIES, null, newRetries));
    return batch;
  }

  @Override
  public void setPriority(String id, long priority) {
    TaskRow task = hold(id, rights(), Verb.OPERATE);
    states.setPriority(id, priority);
    log.add(of("SetPriority", task).change("priority", task.priority(), priority));
    workAvailable.fire(WorkAvailable.again(task));
  }

  @Override
  public Optional<ExternalTask> externalTask(String id) {
    return visible(id, rights());
  }

  private Optional<ExternalTask> visible(String id, TaskRights rights) {
    return Entities.find(
        entityManager,
        ExternalTaskEntity.class,
        id,
        found -> found.map(ExternalTaskEntity::toExternalTask).filter(rights::see));
  }

  @Override
  public List<ExternalTask> externalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return list(query, rights()).list(ExternalTaskEntity::toExternalTask);
  }

  @Override
  public List<String> externalTaskIds(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return list(query, rights()).ids();
  }

  @Override
  public long countExternalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return list(query, rights()).count();
  }

  @Override
  public List<String> topicNames(TopicNames which) {
    return new TopicNameQuery(entityManager, clock.instant(), rights()).names(which);
  }

  @Override
  public Optional<String> errorDetails(String id) {
    if (visible(id, rights()).isEmpty()) {
      throw HeldTask.notFound(id);
    }
    return tasks.errorDetails(id);
  }

  private static Operation of(String type, TaskRow task) {
    return Operation.of(Kind.EXTERNAL_TASK, type)
        .on(Subject.EXTERNAL_TASK, task.id())
        .on(Subject.PROCESS_INSTANCE, task.processInstanceId());
  }

  private TaskRights rights() {
    return TaskRights.ofCaller(grants.ofCaller());
  }

  private Listing<ExternalTaskEntity, ExternalTaskFilter, ExternalTaskSort> list(
      ListQuery<ExternalTaskFilter, ExternalTaskSort> query, TaskRights rights) {
    return rights.limit(new ExternalTaskList(entityManager, query, clock.instant()));
  }

  private static void checkId(String id) {
    if (id == null) {
      throw HeldTask.notFound(id);
    }
  }

  private HeldTask held(String id, String workerId, TaskRights rights) {
    HeldTask held = holds.holdForJourney(id).orElseThrow(() -> HeldTask.notFound(id));
    rights.check(held.task(), Verb.REPORT);
    held.checkReportBy(workerId, rights::ownLock, Reports.CANNOT_RAISE);
    return held;
  }

  private TaskRow hold(String id, TaskRights rights, Verb... anyOf) {
    TaskRow task = tasks.hold(id).orElseThrow(() -> HeldTask.notFound(id));
    rights.check(task, anyOf);
    return task;
  }

  private static NotFoundException notFoundAmong(String id) {
    return new NotFoundException(
        "Cannot find external task with id %s: externalTask is null".formatted(id));
  }
}
