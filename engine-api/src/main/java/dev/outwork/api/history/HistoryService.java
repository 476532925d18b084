package dev.outwork.api.history;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.variable.TypedValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Queries and deletes history, of running and of ended instances. */
public interface HistoryService {
  List<HistoricProcessInstance> processInstances(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query);

  /** The ids of the process instances that match. */
  List<String> processInstanceIds(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query);

  long countProcessInstances(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query);

  Optional<HistoricProcessInstance> processInstance(String id);

  /**
   * Deletes an ended process instance permanently, with its activities, variables, tasks, incidents
   * and log. Instances that it called are kept; if it was the root of its call hierarchy, each of
   * them becomes a root.
   *
   * @throws NotFoundException if there is no such instance
   * @throws BadUserRequestException if it is still running
   */
  void deleteHistoricProcessInstance(String id);

  /**
   * Deletes an ended process instance permanently; does nothing if it does not exist.
   *
   * @throws BadUserRequestException if it is still running
   */
  void deleteHistoricProcessInstanceIfExists(String id);

  /**
   * Deletes ended process instances permanently; all or none.
   *
   * @throws NotFoundException if one of them does not exist
   * @throws BadUserRequestException if one of them is still running
   */
  void deleteHistoricProcessInstances(List<String> ids);

  /**
   * Deletes ended process instances permanently; all or none. Instances that do not exist are
   * ignored.
   *
   * @throws BadUserRequestException if one of them is still running
   */
  void deleteHistoricProcessInstancesIfExists(List<String> ids);

  /**
   * Deletes ended process instances permanently in the background, each in a transaction of its
   * own. A running instance is a failure of the batch.
   *
   * @param failIfNotExists whether an instance that does not exist is a failure of the batch as
   *     well
   * @throws BadUserRequestException if there are no ids, an id is null, or there are more than
   *     {@link Batch#MOST_ELEMENTS}
   */
  Batch deleteHistoricProcessInstancesAsync(Collection<String> ids, boolean failIfNotExists);

  /**
   * Deletes in the background all history whose time to live has expired. The engine also does this
   * by itself from time to time.
   *
   * @return empty if there is nothing to delete
   */
  Optional<Batch> cleanUpHistoryAsync();

  /** Evaluated decisions, with their inputs and outputs. */
  List<HistoricDecisionInstance> decisionInstances(
      ListQuery<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort> query);

  long countDecisionInstances(
      ListQuery<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort> query);

  Optional<HistoricDecisionInstance> decisionInstance(String id);

  List<ExternalTaskLog> externalTaskLogs(
      ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query);

  long countExternalTaskLogs(ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query);

  Optional<ExternalTaskLog> externalTaskLog(String id);

  /**
   * The error details of a failure.
   *
   * @throws NotFoundException if there is no such log entry
   */
  Optional<String> errorDetails(String externalTaskLogId);

  /**
   * What happened to the locks of a task, the oldest first, at most a thousand; as far as {@code
   * outwork.history.lease-events} has it written.
   *
   * @return empty for an unknown task, too
   */
  List<LeaseEvent> leaseEvents(String externalTaskId);

  /** Running and ended activities. */
  List<HistoricActivityInstance> activityInstances(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query);

  long countActivityInstances(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query);

  /**
   * One running or ended activity.
   *
   * @param id as {@link HistoricActivityInstance#id} or the execution id alone
   */
  Optional<HistoricActivityInstance> activityInstance(String id);

  /**
   * Counts the activities that instances of a definition came to, sorted by their ids. An activity
   * of which nothing is counted is left out; so are all of an unknown definition.
   */
  List<HistoricActivityStatistics> activityStatistics(
      String processDefinitionId, HistoricActivityStatisticsRequest request);

  /**
   * Variables of running and ended instances, without the bytes of files and binary values.
   *
   * @throws NotValidException if the query has a value without the name of the variable
   */
  List<HistoricVariableInstance> variableInstances(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query);

  /**
   * The number of variables that match.
   *
   * @throws NotValidException if the query has a value without the name of the variable
   */
  long countVariableInstances(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query);

  /** One variable, without the bytes of a file or a binary value. */
  Optional<HistoricVariableInstance> variableInstance(String id);

  /** The value of a variable, with the bytes of a file or a binary value. */
  Optional<TypedValue> variableContent(String id);

  /** Open and ended incidents. */
  List<HistoricIncident> incidents(ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query);

  long countIncidents(ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query);

  /** User tasks, open and ended. */
  List<HistoricTaskInstance> taskInstances(
      ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query);

  long countTaskInstances(ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query);
}
