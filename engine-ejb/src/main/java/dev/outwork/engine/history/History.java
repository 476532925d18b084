package dev.outwork.engine.history;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoricActivityStatistics;
import dev.outwork.api.history.HistoricActivityStatisticsRequest;
import dev.outwork.api.history.HistoricDecisionInstance;
import dev.outwork.api.history.HistoricDecisionInstanceFilter;
import dev.outwork.api.history.HistoricDecisionInstanceSort;
import dev.outwork.api.history.HistoricIncident;
import dev.outwork.api.history.HistoricIncidentFilter;
import dev.outwork.api.history.HistoricIncidentSort;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.api.history.HistoricTaskInstance;
import dev.outwork.api.history.HistoricTaskInstanceFilter;
import dev.outwork.api.history.HistoricTaskInstanceSort;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.history.LeaseEvent;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.decision.DecisionInstanceEntity;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.incident.IncidentEntity;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import dev.outwork.engine.instance.ProcessInstanceEntity;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.variable.VariableStore;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The boundary of history. */
@Stateless
@TellsOutages
@Local(HistoryService.class)
public class History implements HistoryService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private ExternalTaskLogStore log;
  @Inject private LeaseEventStore leases;
  @Inject private ActivityStatisticsStore activityStatistics;
  @Inject private DefinitionStore definitions;
  @Inject private Models models;
  @Inject private EndedInstances ended;
  @Inject private VariableStore variableStore;
  @Inject private HistoricDeletionBatch deletionBatch;
  @Inject private HistoryCleanup cleanup;
  @Inject private OperationLog operations;

  @Override
  public List<HistoricProcessInstance> processInstances(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query) {
    return visible().instances(query).listTogether(this::historic);
  }

  @Override
  public List<String> processInstanceIds(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query) {
    return visible().instances(query).ids();
  }

  @Override
  public long countProcessInstances(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query) {
    return visible().instances(query).count();
  }

  @Override
  public Optional<HistoricProcessInstance> processInstance(String id) {
    ProcessRights rights = rights();
    return find(id).filter(instance -> rights.permit(Verb.READ, instance.processDefinitionKey()));
  }

  private Optional<HistoricProcessInstance> find(String id) {
    return Entities.find(
        entityManager,
        ProcessInstanceEntity.class,
        id,
        found -> found.flatMap(instance -> historic(List.of(instance)).stream().findFirst()));
  }

  private List<HistoricProcessInstance> historic(List<ProcessInstanceEntity> instances) {
    return Belonging.tell(
        instances,
        ProcessInstanceEntity::id,
        (instance, belonging) -> instance.toHistoricProcessInstance(belonging.removalTime()),
        entityManager);
  }

  @Override
  public void deleteHistoricProcessInstance(String id) {
    record(ended.delete(List.of(ensureNotNull("processInstanceId", id)), rights()));
  }

  @Override
  public void deleteHistoricProcessInstanceIfExists(String id) {
    record(ended.deleteIfExist(List.of(ensureNotNull("processInstanceId", id)), rights()));
  }

  @Override
  public void deleteHistoricProcessInstances(List<String> ids) {
    record(ended.delete(ids, rights()));
  }

  @Override
  public void deleteHistoricProcessInstancesIfExists(List<String> ids) {
    record(ended.deleteIfExist(ids, rights()));
  }

  private void record(int deletions) {
    if (deletions > 0) {
      operations.add(deleted(deletions, false));
    }
  }

  @Override
  public Batch deleteHistoricProcessInstancesAsync(
      Collection<String> ids, boolean failIfNotExists) {
    rights().checkOperateSome();
    Batch batch = deletionBatch.create(ids, failIfNotExists);
    operations.add(
        deleted(batch.totalJobs(), true)
            .on(Subject.BATCH, batch.id())
            .change("deleteReason", null, null));
    return batch;
  }

  private static Operation deleted(int count, boolean isInBackground) {
    return Operation.onInstance("DeleteHistory", null).many(count, isInBackground);
  }

  @Override
  public Optional<Batch> cleanUpHistoryAsync() {
    rights().checkOperateAll();
    operations.add(
        Operation.of(Operation.Kind.JOB, "CreateHistoryCleanupJobs")
            .change("immediatelyDue", null, true));
    return cleanup.cleanUp();
  }

  @Override
  public List<ExternalTaskLog> externalTaskLogs(
      ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query) {
    return visible().log(query, log).listTogether(this::logs);
  }

  @Override
  public long countExternalTaskLogs(ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query) {
    return visible().log(query, log).count();
  }

  @Override
  public Optional<ExternalTaskLog> externalTaskLog(String id) {
    VisibleHistory visible = visible();
    return Entities.find(
        entityManager,
        ExternalTaskLogEntity.class,
        id,
        found ->
            found.flatMap(line -> logs(List.of(line)).stream().findFirst()).filter(visible::has));
  }

  private List<ExternalTaskLog> logs(List<ExternalTaskLogEntity> lines) {
    return Belonging.tell(
        lines,
        ExternalTaskLogEntity::processInstanceId,
        ExternalTaskLogEntity::toExternalTaskLog,
        entityManager);
  }

  @Override
  public Optional<String> errorDetails(String externalTaskLogId) {
    if (externalTaskLog(externalTaskLogId).isEmpty()) {
      throw new NotFoundException(
          "No historic external task log found with id %s: historicExternalTaskLog is null"
              .formatted(externalTaskLogId));
    }
    return log.errorDetails(externalTaskLogId);
  }

  @Override
  public List<LeaseEvent> leaseEvents(String externalTaskId) {
    VisibleHistory visible = visible();
    List<LeaseEvent> events = leases.ofTask(ensureNotNull("externalTaskId", externalTaskId));
    return visible.isAll()
        ? events
        : events.stream()
            .filter(event -> visible.hasTask(event.topicName(), keyOf(event.processInstanceId())))
            .toList();
  }

  private String keyOf(String processInstanceId) {
    return find(processInstanceId).map(HistoricProcessInstance::processDefinitionKey).orElse(null);
  }

  @Override
  public List<HistoricActivityInstance> activityInstances(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query) {
    return visible().activities(query, names(query)).listTogether(activities()::of);
  }

  @Override
  public long countActivityInstances(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query) {
    return visible().activities(query, names(query)).count();
  }

  @Override
  public Optional<HistoricActivityInstance> activityInstance(String id) {
    ProcessRights rights = rights();
    return Entities.find(
        entityManager,
        ActivityInstanceEntity.class,
        HistoricActivityInstanceList.executionId(id),
        found ->
            found
                .filter(activity -> activity.startedAt() != null)
                .flatMap(activity -> activities().of(List.of(activity)).stream().findFirst())
                .filter(activity -> rights.permit(Verb.READ, activity.processDefinitionKey())));
  }

  @Override
  public List<HistoricActivityStatistics> activityStatistics(
      String processDefinitionId, HistoricActivityStatisticsRequest request) {
    ProcessRights rights = rights();
    ensureNotNull("processDefinitionId", processDefinitionId);
    boolean isVisible =
        rights.areAll()
            || definitions
                .find(processDefinitionId)
                .filter(definition -> rights.permit(Verb.READ, definition.key()))
                .isPresent();
    return isVisible ? activityStatistics.statistics(processDefinitionId, request) : List.of();
  }

  private ActivityNames names(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query) {
    return new ActivityNames(entityManager, models, query);
  }

  private HistoricActivityInstances activities() {
    return new HistoricActivityInstances(entityManager, models);
  }

  @Override
  public List<HistoricVariableInstance> variableInstances(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query) {
    return visible().variables(query).listTogether(variables()::of);
  }

  @Override
  public long countVariableInstances(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query) {
    return visible().variables(query).count();
  }

  @Override
  public Optional<HistoricVariableInstance> variableInstance(String id) {
    ProcessRights rights = rights();
    return Entities.find(
            entityManager,
            HistoricVariableEntity.class,
            id,
            found ->
                found.flatMap(variable -> variables().of(List.of(variable)).stream().findFirst()))
        .filter(variable -> rights.permitVariables(variable.processDefinitionKey()));
  }

  @Override
  public Optional<TypedValue> variableContent(String id) {
    return variableInstance(id).map(variable -> variables().withContent(variable));
  }

  private HistoricVariableInstances variables() {
    return new HistoricVariableInstances(entityManager, variableStore);
  }

  @Override
  public List<HistoricDecisionInstance> decisionInstances(
      ListQuery<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort> query) {
    return visible()
        .decisions(query)
        .listTogether(found -> HistoricDecisionInstances.tell(found, entityManager));
  }

  @Override
  public long countDecisionInstances(
      ListQuery<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort> query) {
    return visible().decisions(query).count();
  }

  @Override
  public Optional<HistoricDecisionInstance> decisionInstance(String id) {
    VisibleHistory visible = visible();
    return Entities.find(
            entityManager,
            DecisionInstanceEntity.class,
            id,
            found ->
                found.flatMap(
                    instance ->
                        HistoricDecisionInstances.tell(List.of(instance), entityManager).stream()
                            .findFirst()))
        .filter(visible::has);
  }

  @Override
  public List<HistoricIncident> incidents(
      ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query) {
    return visible()
        .incidents(query)
        .listTogether(
            found ->
                Belonging.tell(
                    found,
                    IncidentEntity::processInstanceId,
                    (incident, belonging) ->
                        incident.toHistoricIncident(belonging.rootId(), belonging.removalTime()),
                    entityManager));
  }

  @Override
  public long countIncidents(ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query) {
    return visible().incidents(query).count();
  }

  @Override
  public List<HistoricTaskInstance> taskInstances(
      ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query) {
    return visible()
        .tasks(query)
        .listTogether(
            found ->
                Belonging.tell(
                    found,
                    HistoricTaskEntity::processInstanceId,
                    HistoricTaskEntity::toHistoricTaskInstance,
                    entityManager));
  }

  @Override
  public long countTaskInstances(
      ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query) {
    return visible().tasks(query).count();
  }

  private ProcessRights rights() {
    return visible().processes();
  }

  private VisibleHistory visible() {
    return new VisibleHistory(entityManager, grants.ofCaller());
  }
}
