package dev.outwork.engine.externaltask;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.engine.instance.ReadTogether;
import dev.outwork.engine.token.Instance;

/**
 * A locked task with its instance.
 *
 * @param rootId as {@link Instance#rootId}
 * @param superId as {@link Instance#superId}
 * @param superActivityId as {@link Instance#superActivityId}
 * @param known what a journey from this task finds
 */
record HeldTask(
    TaskRow task, String rootId, String superId, String superActivityId, ReadTogether known) {
  Instance instance() {
    return new Instance(
        task.ofInstance().processInstanceId(),
        task.ofInstance().processDefinitionId(),
        task.ofInstance().definitionKey(),
        task.ofInstance().versionTag(),
        task.ofInstance().businessKey(),
        task.ofInstance().tenantId(),
        task.isSuspended(),
        rootId,
        superId,
        superActivityId);
  }

  HeldTask asOf(TaskRow now, ReadTogether knownNow) {
    return new HeldTask(now, rootId, superId, superActivityId, knownNow);
  }

  /**
   * The worker first, then the state (docs/rest-api.md, "Status codes").
   *
   * @param refusal what a stranger cannot do
   */
  void checkReportBy(String workerId, String refusal) {
    if (!workerId.equals(task.workerId())) {
      throw new WrongWorkerException(
          refusal.formatted(task.id(), workerId)
              + ". It is locked by worker '%s'.".formatted(task.workerId()));
    }
    if (task.isSuspended()) {
      throw new SuspendedEntityInteractionException("ExternalTask", task.id());
    }
  }

  static NotFoundException notFound(String id) {
    return new NotFoundException("External task with id %s does not exist".formatted(id));
  }
}
