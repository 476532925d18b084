package dev.outwork.rest.event;

import dev.outwork.api.instance.Execution;

/** A process instance, or one of its activities. */
public record ExecutionDto(String id, String processInstanceId, boolean ended, String tenantId) {

  static ExecutionDto of(Execution execution) {
    return new ExecutionDto(
        execution.id(), execution.processInstanceId(), execution.ended(), execution.tenantId());
  }
}
