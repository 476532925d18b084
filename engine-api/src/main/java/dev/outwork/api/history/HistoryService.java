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

/** Answers for what happened. */
public interface HistoryService {
  List<HistoricProcessInstance> processInstances(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query);

  /** The same, but only their ids: for those who work on many. */
  List<String> processInstanceIds(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query);

  long countProcessInstances(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query);

  Optional<HistoricProcessInstance> processInstance(String id);

  /**
   * Deletes an ended process instance for good, with its activities, variables, tasks, incidents
   * and log. What it has called stays; if it was the root of the calls, each of these stands for
   * itself from now on.
   *
   * @throws NotFoundException if there is no such instance
   * @throws BadUserRequestException if it still runs
   */
  void deleteHistoricProcessInstance(String id);

  /**
   * The same, but an instance that does not exist is passed over.
   *
   * @throws BadUserRequestException if it still runs
   */
  void deleteHistoricProcessInstanceIfExists(String id);

  /**
   * Deletes ended process instances for good; all or none.
   *
   * @throws NotFoundException if one of them does not exist
   * @throws BadUserRequestException if one of them still runs
   */
  void deleteHistoricProcessInstances(List<String> ids);

  /**
   * The same, but instances that do not exist are passed over.
   *
   * @throws BadUserRequestException if one of them still runs
   */
  void deleteHistoricProcessInstancesIfExists(List<String> ids);

  /**
   * Deletes ended process instances for good in the background, each in a transaction of its own.
   * One that still runs is a failure of the batch.
   *
   * @param failIfNotExists whether one that does not exist is a failure of the batch, too
   * @throws BadUserRequestException if no id is given or one is null, or there are more than {@link
   *     Batch#MOST_ELEMENTS}
   */
  Batch deleteHistoricProcessInstancesAsync(Collection<String> ids, boolean failIfNotExists);

  /**
   * Removes in the background what has been kept for longer than the history time to live of its
   * definition, which otherwise happens from time to time.
   *
   * @return empty if there is nothing to remove
   */
  Optional<Batch> cleanUpHistoryAsync();

  /** Decisions that were evaluated, with their inputs and outputs. */
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
   * The details that a failure was reported with.
   *
   * @throws NotFoundException if there is no such line
   */
  Optional<String> errorDetails(String externalTaskLogId);

  /** Activities that were entered, under way and ended. */
  List<HistoricActivityInstance> activityInstances(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query);

  long countActivityInstances(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query);

  /**
   * One activity that was entered.
   *
   * @param id as {@link HistoricActivityInstance#id} or the execution id alone
   */
  Optional<HistoricActivityInstance> activityInstance(String id);

  /**
   * Variables of running and ended instances, without the bytes of files and binary values.
   *
   * @throws NotValidException if a value is asked for without the name of the variable
   */
  List<HistoricVariableInstance> variableInstances(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query);

  /**
   * @throws NotValidException if a value is asked for without the name of the variable
   */
  long countVariableInstances(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query);

  /** One variable, without the bytes of a file or a binary value. */
  Optional<HistoricVariableInstance> variableInstance(String id);

  /** The value of a variable, with the bytes of a file or a binary value. */
  Optional<TypedValue> variableContent(String id);

  /** Incidents, open and ended. */
  List<HistoricIncident> incidents(ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query);

  long countIncidents(ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query);
}
