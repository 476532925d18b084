package dev.outwork.engine.externaltask;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.TopicNames;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.api.variable.TypedValue;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The boundary of external tasks. */
@Stateless
@Local(ExternalTaskService.class)
public class ExternalTasks implements ExternalTaskService {
  /** The longest worker id and topic name, in characters. */
  public static final int MAX_NAME_LENGTH = 255;

  /** The longest lock, and the longest wait for a retry. */
  public static final Duration LONGEST = Duration.ofDays(36_500);

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Fetch fetch;
  @Inject private Reports reports;
  @Inject private Locks locks;
  @Inject private Retries retries;
  @Inject private RetriesBatch retriesBatch;
  @Inject private ExternalTaskStore tasks;
  @Inject private TaskStateStore states;
  @Inject private Clock clock;

  @Override
  public List<LockedExternalTask> fetchAndLock(FetchAndLock request) {
    checkWorker(request.workerId());
    if (request.maxTasks() < 0) {
      throw new ProcessEngineException("maxResults is not greater than or equal to 0");
    }
    request.topics().forEach(ExternalTasks::check);
    if (request.maxTasks() == 0 || request.topics().isEmpty()) {
      return List.of();
    }
    return fetch.fetch(request);
  }

  @Override
  public void complete(
      String id,
      String workerId,
      Map<String, TypedValue> variables,
      Map<String, TypedValue> localVariables) {
    checkWorker(workerId);
    reports.complete(
        reportable(id, workerId, "External Task %s cannot be completed by worker '%s'"),
        variables,
        localVariables);
  }

  @Override
  public void handleFailure(String id, String workerId, Failure failure) {
    checkWorker(workerId);
    checkNotNegative("retries", failure.retries());
    checkNotNegative("retryDuration", failure.retryTimeout().toMillis());
    checkNotTooLong("retryTimeout", failure.retryTimeout());
    reports.failure(
        reportable(id, workerId, "Failure of External Task %s cannot be reported by worker '%s'"),
        failure);
  }

  @Override
  public void handleBpmnError(
      String id,
      String workerId,
      String errorCode,
      String errorMessage,
      Map<String, TypedValue> variables) {
    checkWorker(workerId);
    if (ensureNotNull("errorCode", errorCode).isEmpty()) {
      throw new ProcessEngineException("errorCode is empty");
    }
    reports.bpmnError(
        reportable(
            id, workerId, "Bpmn error of External Task %s cannot be reported by worker '%s'"),
        errorCode,
        errorMessage,
        variables);
  }

  @Override
  public void lock(String id, String workerId, Duration lockDuration) {
    checkWorker(workerId);
    checkPositive("lockDuration", lockDuration);
    locks.lock(hold(id), workerId, lockDuration);
  }

  @Override
  public void extendLock(String id, String workerId, Duration newDuration) {
    checkWorker(workerId);
    checkPositive("lockTime", newDuration);
    locks.extend(hold(id), workerId, newDuration);
  }

  @Override
  public void giveBack(List<LockedExternalTask> fetched) {
    fetched.stream()
        .map(LockedExternalTask::task)
        .sorted(Comparator.comparing(ExternalTask::id))
        .forEach(
            task ->
                tasks
                    .hold(task.id())
                    .filter(held -> held.hasLock(task.workerId(), task.lockExpirationTime()))
                    .ifPresent(locks::unlock));
  }

  @Override
  public void unlock(String id) {
    locks.unlock(hold(id));
  }

  @Override
  public void setRetries(String id, int newRetries) {
    checkRetries(newRetries);
    retries.set(tasks.holdWithInstance(id).orElseThrow(() -> notFound(id)).task(), newRetries);
  }

  @Override
  public void setRetries(Collection<String> ids, int newRetries) {
    checkRetries(newRetries);
    if (ids.isEmpty()) {
      throw new BadUserRequestException("externalTaskIds is empty");
    }
    if (ids.stream().anyMatch(id -> id == null)) {
      throw new BadUserRequestException(
          "External task id cannot be null: externalTaskIds contains null value");
    }
    // In one order of instances for everybody, so that two such commands wait for each other and
    // never both.
    Set<String> distinct = new TreeSet<>(ids);
    List<String> inOrder = tasks.byInstance(distinct);
    inOrder.forEach(distinct::remove);
    if (!distinct.isEmpty()) {
      throw notFound(distinct.iterator().next());
    }
    inOrder.forEach(id -> setRetries(id, newRetries));
  }

  @Override
  public Batch setRetriesAsync(Collection<String> ids, int newRetries) {
    checkRetries(newRetries);
    return retriesBatch.create(ids, newRetries);
  }

  @Override
  public void setPriority(String id, long priority) {
    if (!states.setPriority(id, priority)) {
      throw notFound(id);
    }
  }

  @Override
  public Optional<ExternalTask> externalTask(String id) {
    return Optional.ofNullable(entityManager.find(ExternalTaskEntity.class, id))
        .map(ExternalTaskEntity::toExternalTask);
  }

  @Override
  public List<ExternalTask> externalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return list(query).list().stream().map(ExternalTaskEntity::toExternalTask).toList();
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
      throw notFound(id);
    }
    return tasks.errorDetails(id);
  }

  private ExternalTaskList list(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return new ExternalTaskList(entityManager, query, clock.instant());
  }

  // Existence, then the worker, then the state (wire section 1.6).
  private HeldTask reportable(String id, String workerId, String refusal) {
    HeldTask held = tasks.holdWithInstance(id).orElseThrow(() -> notFound(id));
    TaskRow task = held.task();
    if (!workerId.equals(task.workerId())) {
      throw new WrongWorkerException(
          refusal.formatted(id, workerId)
              + ". It is locked by worker '%s'.".formatted(task.workerId()));
    }
    if (task.isSuspended()) {
      throw new SuspendedEntityInteractionException(
          "ExternalTask with id '%s' is suspended".formatted(id));
    }
    return held;
  }

  private TaskRow hold(String id) {
    return tasks.hold(id).orElseThrow(() -> notFound(id));
  }

  private static NotFoundException notFound(String id) {
    return new NotFoundException("External task with id %s does not exist".formatted(id));
  }

  private static void check(Topic topic) {
    checkLength("topicName", ensureNotNull("topicName", topic.topicName()));
    if (topic.lockDuration().isNegative() || topic.lockDuration().isZero()) {
      throw new ProcessEngineException(
          "lockTime is not greater than 0 for topic '%s'".formatted(topic.topicName()));
    }
    checkNotTooLong("lockDuration", topic.lockDuration());
  }

  private static void checkWorker(String workerId) {
    checkLength("workerId", ensureNotNull("workerId", workerId));
  }

  private static void checkLength(String what, String value) {
    if (value.length() > MAX_NAME_LENGTH) {
      throw new ProcessEngineException(
          "%s has %d characters: at most %d are possible"
              .formatted(what, value.length(), MAX_NAME_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }

  private static void checkRetries(int retries) {
    if (retries < 0) {
      throw new BadUserRequestException(
          "The number of retries cannot be negative: %d was asked for".formatted(retries));
    }
  }

  private static void checkNotNegative(String what, long value) {
    if (value < 0) {
      throw new ProcessEngineException(what + " is not greater than or equal to 0");
    }
  }

  private static void checkPositive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new BadUserRequestException(
          "Cannot lock an external task for %d ms: %s is not greater than 0"
              .formatted(duration.toMillis(), what));
    }
    checkNotTooLong(what, duration);
  }

  private static void checkNotTooLong(String what, Duration duration) {
    if (duration.compareTo(LONGEST) > 0) {
      throw new BadUserRequestException(
          "%s is %d ms: at most %d ms are possible"
              .formatted(what, duration.toMillis(), LONGEST.toMillis()));
    }
  }
}
