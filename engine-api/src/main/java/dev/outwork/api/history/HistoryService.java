package dev.outwork.api.history;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Answers for what happened. */
public interface HistoryService {
  List<HistoricProcessInstance> processInstances(
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
}
