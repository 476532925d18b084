package dev.outwork.engine.worker;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.Texts;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.engine.database.TellsOutages;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;

/** Reports after a worker's own transaction, each in a new one. */
@Stateless
@TellsOutages
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WorkerReports {
  private static final Logger LOG = Logger.getLogger(WorkerReports.class.getName());

  @Inject private ExternalTaskService externalTasks;
  @Inject private WorkerRetries retries;

  /**
   * The worker has thrown, or its transaction was rolled back. If the task no longer belongs to
   * this worker, there is nothing to report: another worker has locked it, it was cancelled, or the
   * commit succeeded although it was reported as failed.
   */
  public void failure(
      LockedExternalTask locked, String workerId, RetryPolicy workersPolicy, Throwable failure) {
    WorkerRetries.Next next = retries.next(locked.task(), workersPolicy);
    try {
      externalTasks.handleFailure(
          locked.task().id(),
          workerId,
          new Failure(
              StackTraces.message(failure),
              StackTraces.of(failure),
              next.retriesLeft(),
              next.timeout(),
              Map.of(),
              Map.of()));
      LOG.info(
          () ->
              "External task '%s' of topic '%s' failed, %d retries left: %s"
                  .formatted(
                      locked.task().id(),
                      Texts.inOneLine(locked.task().topicName()),
                      next.retriesLeft(),
                      failure.getClass().getName()));
    } catch (NotFoundException | WrongWorkerException notOurs) {
      LOG.fine(notOurs::getMessage);
    }
  }

  /**
   * Releases a task that this worker has not done; a task that it no longer holds stays unchanged.
   */
  public void giveBack(String taskId, String workerId) {
    try {
      // Locks the row, and refuses if another worker has the lock.
      externalTasks.extendLock(taskId, workerId, Duration.ofSeconds(1));
      externalTasks.unlock(taskId);
    } catch (NotFoundException | WrongWorkerException notOurs) {
      LOG.fine(notOurs::getMessage);
    }
  }
}
