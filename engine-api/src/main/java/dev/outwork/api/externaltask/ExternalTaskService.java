package dev.outwork.api.externaltask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * External tasks, for workers and administrators. A lock belongs to the worker id that acquired it.
 * After it has expired, its owner may still report as long as no other worker has locked the task
 * (docs/rest-api.md, "Expired locks").
 *
 * <p>Every command on one task throws {@link NotFoundException} if the task is unknown, completed
 * or cancelled, and {@link NullValueException} if a mandatory argument is null.
 */
public interface ExternalTaskService {
  /** Maximum number of reports in one call. */
  int MOST_REPORTS = 1000;

  /**
   * Locks tasks for a worker and returns them with their data. Never waits; two callers never get
   * the same task.
   *
   * @throws dev.outwork.api.ProcessEngineException if a lock duration is zero or negative, or
   *     {@code maxTasks} is negative
   */
  List<LockedExternalTask> fetchAndLock(FetchAndLock request);

  /**
   * Completes the task and runs the instance to its next wait states in the same transaction.
   *
   * @param variables set in the innermost scope, seen from the task, that has a variable of that
   *     name, otherwise on the process instance
   * @param localVariables set in the task's own scope
   * @throws WrongWorkerException if the task is not locked by {@code workerId}
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the task is suspended, or an
   *     instance that would continue is
   */
  void complete(
      String id,
      String workerId,
      Map<String, TypedValue> variables,
      Map<String, TypedValue> localVariables);

  /**
   * Reports a failure of the work. The task is retried, or an incident is created.
   *
   * @throws WrongWorkerException if the task is not locked by {@code workerId}
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the task is suspended, or an
   *     instance that would continue is
   */
  void handleFailure(String id, String workerId, Failure failure);

  /**
   * Completes many tasks in as few transactions as possible, each as {@link #complete} does. Each
   * report has its own outcome: a refused report, or a failure after it, does not affect the
   * others. The second of two reports on one task is refused.
   *
   * <p>Must not be called within a transaction, because it needs transactions of its own; complete
   * each task by itself there.
   *
   * @param completed at most {@link #MOST_REPORTS}
   * @return one outcome for each report, in the same order
   * @throws dev.outwork.api.BadUserRequestException if there are more than {@link #MOST_REPORTS}
   */
  List<ReportOutcome> completeAll(String workerId, List<CompletedTask> completed);

  /**
   * Reports many failures in as few transactions as possible, each as {@link #handleFailure} does.
   * The rules of {@link #completeAll} apply.
   */
  List<ReportOutcome> handleFailures(String workerId, List<FailedTask> failed);

  /**
   * Raises a BPMN error, which a boundary event catches; an uncaught error ends the path silently.
   *
   * @param errorMessage may be null
   * @param variables set as on completion, before the error is raised
   * @throws WrongWorkerException if the task is not locked by {@code workerId}
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the task is suspended, or an
   *     instance that would continue is
   */
  void handleBpmnError(
      String id,
      String workerId,
      String errorCode,
      String errorMessage,
      Map<String, TypedValue> variables);

  /**
   * Locks one task, or replaces the worker's own lock on it.
   *
   * @throws dev.outwork.api.BadUserRequestException if another worker holds an unexpired lock, or
   *     the duration is zero or negative
   */
  void lock(String id, String workerId, Duration lockDuration);

  /**
   * Sets the lock of the worker to expire {@code newDuration} from now.
   *
   * @throws dev.outwork.api.BadUserRequestException if the duration is zero or negative, the worker
   *     has not locked the task, or its lock has expired
   */
  void extendLock(String id, String workerId, Duration newDuration);

  /**
   * Releases fetched tasks that never reached their worker. Only the locks of that fetch are
   * released: a task that has ended, or has been locked again since, stays unchanged.
   */
  void giveBack(List<LockedExternalTask> tasks);

  /**
   * Restarts the locks of fetched tasks whose hand-over took long. Only the locks of that fetch are
   * renewed: a task that has ended, was suspended, or has been locked again since, stays unchanged.
   *
   * @param request the request of the fetch; it holds the lock duration of each topic
   * @return the renewed tasks, in the same order
   */
  List<LockedExternalTask> renew(FetchAndLock request, List<LockedExternalTask> tasks);

  /** Removes the lock, whoever holds it; the task can be fetched at once. */
  void unlock(String id);

  /**
   * Sets the remaining retries of a task. 0 creates an incident, a higher number resolves it.
   *
   * @throws dev.outwork.api.BadUserRequestException if {@code retries} is negative
   */
  void setRetries(String id, int retries);

  /** Sets the remaining retries of many tasks, all or none. */
  void setRetries(Collection<String> ids, int retries);

  /**
   * Sets the remaining retries of many tasks in the background, each in a transaction of its own. A
   * task that does not exist is a failure of the batch.
   *
   * @throws dev.outwork.api.BadUserRequestException if {@code retries} is negative, there are no
   *     ids, an id is null, or there are more than {@link Batch#MOST_ELEMENTS}
   */
  Batch setRetriesAsync(Collection<String> ids, int retries);

  void setPriority(String id, long priority);

  Optional<ExternalTask> externalTask(String id);

  List<ExternalTask> externalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query);

  /** The ids of the external tasks that match. */
  List<String> externalTaskIds(ListQuery<ExternalTaskFilter, ExternalTaskSort> query);

  long countExternalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query);

  /** Distinct topic names, in alphabetical order. */
  List<String> topicNames(TopicNames which);

  /** Details of the last failure, if the worker reported any. */
  Optional<String> errorDetails(String id);
}
