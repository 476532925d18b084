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
 * What workers and administrators do with external tasks. A lock belongs to the worker id that took
 * it; once it has run out, its holder may still report as long as nobody else has locked the task
 * (docs/rest-api.md, "Expired locks").
 *
 * <p>Every command on one task throws {@link NotFoundException} if the task is unknown, completed
 * or cancelled, and {@link NullValueException} if a mandatory argument is null.
 */
public interface ExternalTaskService {
  /** How many reports can be made at a time. */
  int MOST_REPORTS = 1000;

  /**
   * Locks tasks for a worker and returns them with what it needs. Never waits; two callers never
   * get the same task.
   *
   * @throws dev.outwork.api.ProcessEngineException if a lock duration is not more than zero or
   *     {@code maxTasks} is negative
   */
  List<LockedExternalTask> fetchAndLock(FetchAndLock request);

  /**
   * Ends the work with success and runs the instance to its next wait states in the same
   * transaction.
   *
   * @param variables set where each name is found first, going outwards from the task, else on the
   *     instance
   * @param localVariables set on the task's own scope
   * @throws WrongWorkerException if the task is not locked by {@code workerId}
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the task is suspended, or an
   *     instance would go on that is
   */
  void complete(
      String id,
      String workerId,
      Map<String, TypedValue> variables,
      Map<String, TypedValue> localVariables);

  /**
   * Reports that the work could not be done; the task waits to be tried again, or an incident is
   * raised.
   *
   * @throws WrongWorkerException if the task is not locked by {@code workerId}
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the task is suspended, or an
   *     instance would go on that is
   */
  void handleFailure(String id, String workerId, Failure failure);

  /**
   * Completes many tasks in as few transactions as possible, each as {@link #complete} does. What
   * one of them does wrong, or what comes after it and fails, is its own outcome and none of the
   * others'. Of two reports on one task the second is refused.
   *
   * <p>Must not be called in a transaction, since it needs transactions of its own; within one,
   * complete each task by itself.
   *
   * @param completed at most {@link #MOST_REPORTS}
   * @return an outcome for each report, in their order
   * @throws dev.outwork.api.BadUserRequestException if there are too many
   */
  List<ReportOutcome> completeAll(String workerId, List<CompletedTask> completed);

  /**
   * Reports many failures in as few transactions as possible, each as {@link #handleFailure} does;
   * otherwise as {@link #completeAll}.
   */
  List<ReportOutcome> handleFailures(String workerId, List<FailedTask> failed);

  /**
   * Ends the work with a BPMN error, which a boundary event catches; uncaught, it ends the path
   * silently.
   *
   * @param errorMessage may be null
   * @param variables set as on completion, before the error is raised
   * @throws WrongWorkerException if the task is not locked by {@code workerId}
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the task is suspended, or an
   *     instance would go on that is
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
   * @throws dev.outwork.api.BadUserRequestException if another worker's lock is live or the
   *     duration is not more than zero
   */
  void lock(String id, String workerId, Duration lockDuration);

  /**
   * Makes the worker's lock end {@code newDuration} from now.
   *
   * @throws dev.outwork.api.BadUserRequestException if the duration is not more than zero, the task
   *     is not locked by the worker, or its lock has run out
   */
  void extendLock(String id, String workerId, Duration newDuration);

  /**
   * Gives back tasks that were fetched and never reached their worker. Only the very locks of that
   * fetch are released: a task that has ended, or that anybody has locked again since, stays as it
   * is.
   */
  void giveBack(List<LockedExternalTask> tasks);

  /**
   * Begins the locks of fetched tasks anew, because it took long until they could be handed over.
   * Only the very locks of that fetch are renewed: a task that has ended, was suspended, or that
   * anybody has locked again since, stays as it is.
   *
   * @param request by which they were fetched; it says how long a lock of each topic lasts
   * @return the tasks with their new locks, in the same order, without those that stay as they are
   */
  List<LockedExternalTask> renew(FetchAndLock request, List<LockedExternalTask> tasks);

  /** Takes the task away from whoever has it and makes it fetchable at once. */
  void unlock(String id);

  /**
   * Sets how often the task may still be handed out; 0 raises an incident, more resolves it.
   *
   * @throws dev.outwork.api.BadUserRequestException if {@code retries} is negative
   */
  void setRetries(String id, int retries);

  /** The same for many tasks, all or none. */
  void setRetries(Collection<String> ids, int retries);

  /**
   * The same in the background, each task in a transaction of its own. A task that does not exist
   * is a failure of the batch.
   *
   * @throws dev.outwork.api.BadUserRequestException if {@code retries} is negative, no id is given
   *     or one is null, or there are more than {@link Batch#MOST_ELEMENTS}
   */
  Batch setRetriesAsync(Collection<String> ids, int retries);

  void setPriority(String id, long priority);

  Optional<ExternalTask> externalTask(String id);

  List<ExternalTask> externalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query);

  /** The same, but only their ids: for those who work on many. */
  List<String> externalTaskIds(ListQuery<ExternalTaskFilter, ExternalTaskSort> query);

  long countExternalTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query);

  /** Distinct names, in alphabetical order. */
  List<String> topicNames(TopicNames which);

  /** Details of the last failure, if one was reported with details. */
  Optional<String> errorDetails(String id);
}
