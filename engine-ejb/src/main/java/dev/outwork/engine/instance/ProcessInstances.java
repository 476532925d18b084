package dev.outwork.engine.instance;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.ActivityIncident;
import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ExecutionFilter;
import dev.outwork.api.instance.ExecutionSort;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableInstance;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.incident.IncidentStore.OpenIncident;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.ActivityTree;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.variable.VariableInstanceEntity;
import dev.outwork.engine.variable.VariableInstanceList;
import dev.outwork.engine.variable.VariableStore;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The boundary of process instances. */
@Stateless
@TellsOutages
@Local(RuntimeService.class)
public class ProcessInstances implements RuntimeService {
  /** The maximum length of a delete reason, in characters. */
  private static final int MAX_DELETE_REASON_LENGTH = 4_000;

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private OperationLog log;
  @Inject private SingleStarts starts;
  @Inject private Journeys journeys;
  @Inject private InstanceStore instances;
  @Inject private Suspension suspension;
  @Inject private Executions executions;
  @Inject private VariableStore variableStore;
  @Inject private StoredInstances source;
  @Inject private IncidentStore incidents;
  @Inject private DeletionBatch deletionBatch;

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ProcessInstance startProcessInstance(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables) {
    return startProcessInstance(processDefinitionId, businessKey, variables, List.of());
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ProcessInstance startProcessInstance(
      String processDefinitionId,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions) {
    ProcessRights rights = rights();
    Start.Of definition =
        new Start.Of(ensureNotNull("processDefinitionId", processDefinitionId), null, null);
    return starts
        .start(new Start(definition, businessKey, variables, instructions, rights))
        .orElseThrow();
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<ProcessInstance> startProcessInstanceByKey(
      String key,
      String tenantId,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions) {
    ProcessRights rights = rights();
    Start.Of definition = new Start.Of(null, ensureNotNull("key", key), tenantId);
    return starts.start(new Start(definition, businessKey, variables, instructions, rights));
  }

  @Override
  public void modifyProcessInstance(
      String id, List<ModificationInstruction> instructions, boolean skipIoMappings) {
    ProcessRights rights = rights();
    Journey journey =
        journeys
            .hold(id)
            .filter(held -> rights.permit(Verb.OPERATE, held.definitionKey()))
            .map(journeys::resume)
            .orElseThrow(() -> cannotBeModified(id));
    journey.modify(instructions, skipIoMappings);
    journeys.write(journey);
    log.add(Operation.onInstance("ModifyProcessInstance", id));
  }

  @Override
  public ActivityInstance activityInstances(String processInstanceId) {
    if (visible(processInstanceId, rights()).isEmpty()) {
      throw notFound(processInstanceId);
    }
    return new ActivityTree(source.load(processInstanceId), incidentsOf(processInstanceId)).tree();
  }

  private Map<String, List<ActivityIncident>> incidentsOf(String processInstanceId) {
    return incidents.openOf(processInstanceId).stream()
        .collect(
            Collectors.groupingBy(
                OpenIncident::executionId,
                Collectors.mapping(
                    incident -> new ActivityIncident(incident.id(), incident.activityId()),
                    Collectors.toList())));
  }

  @Override
  public List<ProcessInstance> processInstances(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return list(query, rights()).list(ProcessInstanceEntity::toProcessInstance);
  }

  @Override
  public List<String> processInstanceIds(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return list(query, rights()).ids();
  }

  @Override
  public long countProcessInstances(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return list(query, rights()).count();
  }

  @Override
  public Optional<ProcessInstance> processInstance(String id) {
    return visible(id, rights());
  }

  private Optional<ProcessInstance> visible(String id, ProcessRights rights) {
    return Entities.find(
        entityManager,
        ProcessInstanceEntity.class,
        id,
        found ->
            found
                .filter(ProcessInstanceEntity::isRunning)
                .map(ProcessInstanceEntity::toProcessInstance)
                .filter(instance -> rights.permit(Verb.READ, instance.processDefinitionKey())));
  }

  private Listing<ProcessInstanceEntity, ProcessInstanceFilter, ProcessInstanceSort> list(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query, ProcessRights rights) {
    return rights.limit(new ProcessInstanceList(entityManager, query), "definitionKey");
  }

  @Override
  public Batch deleteProcessInstancesAsync(Collection<String> ids, String deleteReason) {
    rights().checkOperateSome();
    checkDeleteReason(deleteReason);
    Batch batch = deletionBatch.create(ids, deleteReason);
    log.add(
        Operation.onInstance("Delete", null)
            .on(Subject.BATCH, batch.id())
            .many(batch.totalJobs(), true)
            .change("deleteReason", null, deleteReason));
    return batch;
  }

  @Override
  public void deleteProcessInstance(String id, String deleteReason) {
    ProcessRights rights = rights();
    checkDeleteReason(deleteReason);
    Instance instance =
        journeys
            .hold(id)
            .filter(held -> rights.permit(Verb.OPERATE, held.definitionKey()))
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "No process instance found for id '%s': processInstance is null"
                            .formatted(id)));
    Journey journey = journeys.resume(instance);
    journey.delete(deleteReason);
    journeys.write(journey);
    log.add(Operation.onInstance("Delete", id));
  }

  @Override
  public void setProcessInstanceSuspended(String id, boolean suspended) {
    ProcessRights rights = rights();
    instances
        .read(id)
        .filter(found -> rights.permit(Verb.OPERATE, found.definitionKey()))
        .orElseThrow(() -> notFound(id));
    suspension.setSuspended(List.of(id), suspended);
    log.add(Operation.onInstance(Operation.suspension(suspended), id).suspended(suspended));
  }

  @Override
  public void setProcessInstancesSuspended(Collection<String> ids, boolean suspended) {
    ProcessRights rights = rights();
    Collection<String> permitted = rights.areAll() ? ids : permitted(ids, rights);
    List<String> changed = suspension.setSuspended(permitted, suspended);
    log.addAll(Suspension.operations(changed, suspended));
  }

  // Those that may not be seen are ignored, as those that do not exist.
  private List<String> permitted(Collection<String> ids, ProcessRights rights) {
    rights.checkOperateSome();
    return instances.running(ids).stream()
        .filter(found -> rights.permit(Verb.OPERATE, found.definitionKey()))
        .map(InstanceStore.Locked::id)
        .toList();
  }

  @Override
  public List<Execution> executions(ListQuery<ExecutionFilter, ExecutionSort> query) {
    return executionList(query, rights()).list(ExecutionEntity::toExecution);
  }

  @Override
  public long countExecutions(ListQuery<ExecutionFilter, ExecutionSort> query) {
    return executionList(query, rights()).count();
  }

  private Listing<ExecutionEntity, ExecutionFilter, ExecutionSort> executionList(
      ListQuery<ExecutionFilter, ExecutionSort> query, ProcessRights rights) {
    return rights.limit(new ExecutionList(entityManager, query), "definitionKey");
  }

  @Override
  public Optional<Execution> execution(String id) {
    ProcessRights rights = rights();
    return Entities.find(
        entityManager,
        ExecutionEntity.class,
        id,
        found ->
            found
                .filter(execution -> rights.permit(Verb.READ, execution.definitionKey()))
                .map(ExecutionEntity::toExecution));
  }

  @Override
  public Incident createIncident(
      String executionId, String incidentType, String configuration, String message) {
    ProcessRights rights = rights();
    required("executionId", executionId);
    required("incidentType", incidentType);
    check(executionId, rights, Verb.OPERATE, Executions::unknown);
    return executions.createIncident(executionId, incidentType, configuration, message);
  }

  @Override
  public Map<String, TypedValue> variables(String executionId) {
    checkVariables(executionId, rights());
    return executions.variables(executionId);
  }

  @Override
  public Map<String, TypedValue> variablesLocal(String executionId) {
    checkVariables(executionId, rights());
    return executions.variablesLocal(executionId);
  }

  @Override
  public Optional<TypedValue> variable(String executionId, String name) {
    checkVariables(executionId, rights());
    return executions.variable(executionId, name);
  }

  @Override
  public Optional<TypedValue> variableLocal(String executionId, String name) {
    checkVariables(executionId, rights());
    return executions.variableLocal(executionId, name);
  }

  @Override
  public void changeVariables(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions) {
    check(executionId, rights(), Verb.OPERATE, Executions::missing);
    executions.changeVariables(executionId, modifications, deletions);
  }

  @Override
  public void changeVariablesLocal(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions) {
    check(executionId, rights(), Verb.OPERATE, Executions::missing);
    executions.changeVariablesLocal(executionId, modifications, deletions);
  }

  @Override
  public List<VariableInstance> variableInstances(
      ListQuery<VariableInstanceFilter, VariableInstanceSort> query) {
    return variableList(query, rights()).list(variable -> variable.toVariableInstance(null));
  }

  @Override
  public long countVariableInstances(
      ListQuery<VariableInstanceFilter, VariableInstanceSort> query) {
    return variableList(query, rights()).count();
  }

  private Listing<VariableInstanceEntity, VariableInstanceFilter, VariableInstanceSort>
      variableList(
          ListQuery<VariableInstanceFilter, VariableInstanceSort> query, ProcessRights rights) {
    return new VariableInstanceList(entityManager, query)
        .seenBy(where -> rights.showAllVariables() ? List.of() : ofVisible(where, rights));
  }

  // Variables have the id of their definition only.
  private static List<Predicate> ofVisible(
      Conditions<VariableInstanceEntity> variables, ProcessRights rights) {
    return List.of(
        variables.inThoseOf(
            "processDefinitionId",
            ProcessDefinitionEntity.class,
            "id",
            definition -> rights.seeVariables(definition, "key")));
  }

  @Override
  public Optional<VariableInstance> variableInstance(String id) {
    ProcessRights rights = rights();
    return Entities.find(
            entityManager,
            VariableInstanceEntity.class,
            id,
            found -> found.map(variable -> variable.toVariableInstance(variableStore.content(id))))
        .filter(variable -> rights.areAll() || isVisible(variable, rights));
  }

  private boolean isVisible(VariableInstance variable, ProcessRights rights) {
    return instances
        .read(variable.processInstanceId())
        .filter(instance -> rights.permitVariables(instance.definitionKey()))
        .isPresent();
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }

  // With grants it takes one more statement, or two.
  private void check(
      String executionId,
      ProcessRights rights,
      Verb verb,
      Function<String, ProcessEngineException> missing) {
    if (!rights.areAll()) {
      executions.check(executionId, key -> rights.permit(verb, key), missing);
    }
  }

  private void checkVariables(String executionId, ProcessRights rights) {
    if (!rights.areAll()) {
      executions.check(executionId, rights::permitVariables, Executions::missing);
    }
  }

  // Not a NullValueException: the REST API requires status 400 here.
  private static String required(String name, String value) {
    if (value == null) {
      throw new BadUserRequestException("Cannot create an incident: %s is null".formatted(name));
    }
    return value;
  }

  private static void checkDeleteReason(String deleteReason) {
    if (deleteReason != null && deleteReason.length() > MAX_DELETE_REASON_LENGTH) {
      throw new ProcessEngineException(
          "Cannot delete a process instance with a reason of %d characters: at most %d are allowed"
              .formatted(deleteReason.length(), MAX_DELETE_REASON_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }

  private static ProcessEngineException cannotBeModified(String id) {
    return new ProcessEngineException(
        "ENGINE-13036 Process instance '%s' cannot be modified. The process instance does not exist"
            .formatted(id));
  }

  private static NotFoundException notFound(String id) {
    return new NotFoundException("Process instance with id %s does not exist".formatted(id));
  }
}
