package dev.outwork.mover.moving;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoricIncidentFilter;
import dev.outwork.api.history.HistoricIncidentSort;
import dev.outwork.api.history.HistoricTaskInstanceFilter;
import dev.outwork.api.history.HistoricTaskInstanceSort;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;

/** What the history of each engine tells of an instance, in the same words. */
record Past(
    String instance,
    List<String> activities,
    List<String> tasks,
    List<String> variables,
    List<String> log,
    List<String> incidents) {

  static Past atCamunda(BothEngines engines, String id) {
    HistoryService history = engines.camunda().getHistoryService();
    var instance =
        history.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult();
    return new Past(
        words(
            instance.getProcessDefinitionId(),
            instance.getBusinessKey(),
            instance.getState(),
            time(instance.getStartTime()),
            time(instance.getEndTime()),
            instance.getDurationInMillis(),
            instance.getStartActivityId(),
            instance.getDeleteReason(),
            instance.getRootProcessInstanceId(),
            instance.getSuperProcessInstanceId()),
        sorted(
            history.createHistoricActivityInstanceQuery().processInstanceId(id).list().stream()
                .map(
                    each ->
                        words(
                            own(each.getId()),
                            own(each.getParentActivityInstanceId()),
                            each.getActivityId(),
                            each.getActivityType(),
                            time(each.getStartTime()),
                            time(each.getEndTime()),
                            each.isCanceled(),
                            each.isCompleteScope(),
                            each.getCalledProcessInstanceId(),
                            each.getTaskId(),
                            each.getAssignee()))),
        sorted(
            history.createHistoricTaskInstanceQuery().processInstanceId(id).list().stream()
                .map(
                    each ->
                        words(
                            each.getId(),
                            each.getTaskDefinitionKey(),
                            own(each.getActivityInstanceId()),
                            each.getName(),
                            each.getDescription(),
                            each.getAssignee(),
                            each.getOwner(),
                            each.getPriority(),
                            time(each.getDueDate()),
                            time(each.getFollowUpDate()),
                            time(each.getStartTime()),
                            time(each.getEndTime())))),
        sorted(
            history.createHistoricVariableInstanceQuery().processInstanceId(id).list().stream()
                .map(
                    each ->
                        words(
                            each.getId(),
                            each.getName(),
                            each.getValue(),
                            own(each.getActivityInstanceId()),
                            each.getTaskId()))),
        sorted(
            history.createHistoricExternalTaskLogQuery().processInstanceId(id).list().stream()
                .map(
                    each ->
                        words(
                            each.getExternalTaskId(),
                            each.isCreationLog()
                                ? "CREATED"
                                : each.isFailureLog()
                                    ? "FAILED"
                                    : each.isSuccessLog() ? "SUCCESSFUL" : "DELETED",
                            time(each.getTimestamp()),
                            each.getTopicName(),
                            each.getWorkerId(),
                            each.getRetries(),
                            each.getPriority(),
                            each.getErrorMessage(),
                            each.getActivityId(),
                            own(each.getActivityInstanceId())))),
        sorted(
            history.createHistoricIncidentQuery().processInstanceId(id).list().stream()
                .map(
                    each ->
                        words(
                            each.getId(),
                            each.getIncidentType(),
                            each.getIncidentMessage(),
                            each.isOpen() ? "OPEN" : each.isResolved() ? "RESOLVED" : "DELETED",
                            time(each.getCreateTime()),
                            time(each.getEndTime()),
                            each.getActivityId(),
                            each.getFailedActivityId(),
                            each.getConfiguration(),
                            each.getCauseIncidentId(),
                            each.getRootCauseIncidentId()))));
  }

  static Past atOutwork(BothEngines engines, String id) {
    var history = engines.outwork().history();
    var instance = history.processInstance(id).orElseThrow();
    return new Past(
        words(
            instance.processDefinitionId(),
            instance.businessKey(),
            instance.state(),
            instance.startTime(),
            instance.endTime(),
            instance.endTime() == null
                ? null
                : instance.endTime().toEpochMilli() - instance.startTime().toEpochMilli(),
            instance.startActivityId(),
            instance.deleteReason(),
            instance.rootProcessInstanceId(),
            instance.superProcessInstanceId()),
        sorted(
            history
                .activityInstances(
                    ListQuery.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>all()
                        .with(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, id))
                .stream()
                .map(
                    each ->
                        words(
                            own(each.id()),
                            own(each.parentActivityInstanceId()),
                            each.activityId(),
                            each.activityType(),
                            each.startTime(),
                            each.endTime(),
                            each.canceled(),
                            each.completeScope(),
                            each.calledProcessInstanceId(),
                            each.taskId(),
                            each.assignee()))),
        sorted(
            history
                .taskInstances(
                    ListQuery.<HistoricTaskInstanceFilter, HistoricTaskInstanceSort>all()
                        .with(HistoricTaskInstanceFilter.PROCESS_INSTANCE_ID, id))
                .stream()
                .map(
                    each ->
                        words(
                            each.id(),
                            each.taskDefinitionKey(),
                            own(each.activityInstanceId()),
                            each.details().name(),
                            each.details().description(),
                            each.details().assignee(),
                            each.details().owner(),
                            each.details().priority(),
                            each.details().due(),
                            each.details().followUp(),
                            each.startTime(),
                            each.endTime()))),
        sorted(
            history
                .variableInstances(
                    ListQuery.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>all()
                        .with(HistoricVariableInstanceFilter.PROCESS_INSTANCE_ID, id))
                .stream()
                .map(
                    each ->
                        words(
                            each.id(),
                            each.name(),
                            each.value().value(),
                            own(each.activityInstanceId()),
                            each.taskId()))),
        sorted(
            history
                .externalTaskLogs(
                    ListQuery.<ExternalTaskLogFilter, ExternalTaskLogSort>all()
                        .with(ExternalTaskLogFilter.PROCESS_INSTANCE_ID, id))
                .stream()
                .map(
                    each ->
                        words(
                            each.externalTaskId(),
                            each.kind(),
                            each.timestamp(),
                            each.topicName(),
                            each.workerId(),
                            each.retries(),
                            each.priority(),
                            each.errorMessage(),
                            each.activityId(),
                            own(each.activityInstanceId())))),
        sorted(
            history
                .incidents(
                    ListQuery.<HistoricIncidentFilter, HistoricIncidentSort>all()
                        .with(HistoricIncidentFilter.PROCESS_INSTANCE_ID, id))
                .stream()
                .map(
                    each ->
                        words(
                            each.id(),
                            each.incidentType(),
                            each.incidentMessage(),
                            each.state(),
                            each.createTime(),
                            each.endTime(),
                            each.activityId(),
                            each.failedActivityId(),
                            each.configuration(),
                            each.causeIncidentId(),
                            each.rootCauseIncidentId()))));
  }

  private static List<String> sorted(Stream<String> words) {
    return words.sorted().toList();
  }

  private static String words(Object... words) {
    return String.join(" | ", Stream.of(words).map(Objects::toString).toList());
  }

  private static String own(String activityInstanceId) {
    return activityInstanceId == null
        ? null
        : activityInstanceId.substring(activityInstanceId.lastIndexOf(':') + 1);
  }

  private static Instant time(Date date) {
    return date == null ? null : date.toInstant();
  }
}
