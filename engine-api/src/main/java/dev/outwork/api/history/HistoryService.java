package dev.outwork.api.history;

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
