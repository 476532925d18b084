package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricProcessInstance;
import java.time.Duration;
import java.time.Instant;

/**
 * A running or ended process instance. Attributes that the engine does not have, such as cases, are
 * always null.
 *
 * @param durationInMillis null while it runs
 */
public record HistoricProcessInstanceDto(
    String id,
    String businessKey,
    String processDefinitionId,
    String processDefinitionKey,
    String processDefinitionName,
    int processDefinitionVersion,
    Instant startTime,
    Instant endTime,
    Instant removalTime,
    Long durationInMillis,
    String startUserId,
    String startActivityId,
    String deleteReason,
    String rootProcessInstanceId,
    String superProcessInstanceId,
    String superCaseInstanceId,
    String caseInstanceId,
    String tenantId,
    String state,
    String restartedProcessInstanceId) {

  static HistoricProcessInstanceDto of(HistoricProcessInstance instance) {
    Instant end = instance.endTime();
    return new HistoricProcessInstanceDto(
        instance.id(),
        instance.businessKey(),
        instance.processDefinitionId(),
        instance.processDefinitionKey(),
        instance.processDefinitionName(),
        instance.processDefinitionVersion(),
        instance.startTime(),
        end,
        instance.removalTime(),
        end == null ? null : Duration.between(instance.startTime(), end).toMillis(),
        null,
        instance.startActivityId(),
        instance.deleteReason(),
        instance.rootProcessInstanceId(),
        instance.superProcessInstanceId(),
        null,
        null,
        instance.tenantId(),
        instance.state(),
        null);
  }
}
