package dev.outwork.engine.externaltask;

import dev.outwork.engine.token.Instance;

/**
 * A task that this transaction holds, with its instance.
 *
 * @param rootId as {@link Instance#rootId}
 * @param superId as {@link Instance#superId}
 * @param superActivityId as {@link Instance#superActivityId}
 */
record HeldTask(TaskRow task, String rootId, String superId, String superActivityId) {
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

  TaskHoldStore.Place place() {
    return new TaskHoldStore.Place(task.id(), rootId, superId, superActivityId);
  }
}
