package dev.outwork.api.history;

import java.time.Instant;

/**
 * A process instance, running or ended.
 *
 * @param endTime null while it runs
 * @param removalTime time from which history clean-up may delete it: the end of the root process
 *     instance plus the history time to live of its definition; null while the root runs, and if
 *     there is no time to live
 * @param rootProcessInstanceId the root of its call hierarchy; its own id if it was not called
 * @param superProcessInstanceId the calling instance; null if it was not called
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
