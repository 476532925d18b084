package dev.outwork.api.history;

import java.time.Instant;

/**
 * A process instance, running or ended.
 *
 * @param endTime null while it runs
 * @param removalTime when it may be forgotten: the end of the root of its calls plus the history
 *     time to live of that one's definition; null while the root runs, and if there is no such time
 * @param rootProcessInstanceId the outermost instance of the calls that it is in; its own id if
 *     nothing called it
 * @param superProcessInstanceId the instance that called it; null if nothing did
 * @param startActivityId id of the start event
 * @param deleteReason null unless it was deleted with a reason
 * @param state one of {@code ACTIVE}, {@code SUSPENDED}, {@code COMPLETED}, {@code
 *     EXTERNALLY_TERMINATED}, {@code INTERNALLY_TERMINATED}
 */
public record HistoricProcessInstance(
    String id,
    String businessKey,
    String processDefinitionId,
    String processDefinitionKey,
    String processDefinitionName,
    int processDefinitionVersion,
    Instant startTime,
    Instant endTime,
    Instant removalTime,
    String startActivityId,
    String deleteReason,
    String rootProcessInstanceId,
    String superProcessInstanceId,
    String tenantId,
    String state) {}
