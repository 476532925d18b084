package dev.outwork.rest.instance;

import dev.outwork.api.instance.Execution;

/** A process instance, or one of its activities. */
public record ExecutionDto(String id, String processInstanceId, boolean ended, String tenantId) {

  public static ExecutionDto of(Execution execution) {
    return new ExecutionDto(
        execution.id(), execution.processInstanceId(), execution.ended(), execution.tenantId());
  }
}
