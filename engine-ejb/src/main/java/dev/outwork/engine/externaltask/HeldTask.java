package dev.outwork.engine.externaltask;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.engine.instance.ReadTogether;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Instance.Hierarchy;
import java.util.function.Predicate;

/**
 * A locked task with its instance.
 *
 * @param hierarchy of its instance
 * @param known what a journey from this task finds
 */
record HeldTask(TaskRow task, Hierarchy hierarchy, ReadTogether known) {
  /** Whose lock it is remains the secret of its user. */
  static final String LOCKED_BY_ANOTHER_USER = "It is locked by another user.";

  Instance instance() {
    return new Instance(
        task.ofInstance().processInstanceId(),
        task.ofInstance().definition(),
        task.ofInstance().businessKey(),
        task.ofInstance().tenantId(),
        task.isSuspended(),
        hierarchy);
  }

  String rootId() {
    return hierarchy.rootId();
  }

  HeldTask asOf(TaskRow now, ReadTogether knownNow) {
    return new HeldTask(now, hierarchy, knownNow);
  }

  /**
   * The worker first, then its user, then the state (docs/rest-api.md, "Status codes").
   *
   * @param ownLock whether its lock is that of the caller
   * @param refusal what a stranger cannot do
   */
  void checkReportBy(String workerId, Predicate<TaskRow> ownLock, String refusal) {
    if (!workerId.equals(task.workerId())) {
      throw new WrongWorkerException(
          refusal.formatted(task.id(), workerId)
              + ". It is locked by worker '%s'.".formatted(task.workerId()));
    }
    if (!ownLock.test(task)) {
      throw new WrongWorkerException(
          refusal.formatted(task.id(), workerId) + ". " + LOCKED_BY_ANOTHER_USER);
    }
    if (task.isSuspended()) {
      throw new SuspendedEntityInteractionException("ExternalTask", task.id());
    }
  }

  static NotFoundException notFound(String id) {
    return new NotFoundException("External task with id %s does not exist".formatted(id));
  }
}
