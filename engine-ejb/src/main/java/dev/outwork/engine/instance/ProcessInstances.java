package dev.outwork.engine.instance;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The boundary of process instances. */
@Stateless
@Local(RuntimeService.class)
public class ProcessInstances implements RuntimeService {
  /** The longest business key, in characters. */
  public static final int MAX_BUSINESS_KEY_LENGTH = 255;

  /** The longest reason for a deletion, in characters. */
  public static final int MAX_DELETE_REASON_LENGTH = 4_000;

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private DefinitionStore definitions;
  @Inject private Starts starts;
  @Inject private Journeys journeys;
  @Inject private InstanceStore instances;
  @Inject private ActivityStore activities;
  @Inject private VariableStore variableStore;
  @Inject private StoredInstances source;
  @Inject private IncidentStore incidents;
  @Inject private DeletionBatch deletionBatch;

  @Override
  public ProcessInstance startProcessInstance(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables) {
    return starts.start(definition(processDefinitionId), null, businessKey, variables);
  }

  @Override
  public ProcessInstance startProcessInstance(
      String processDefinitionId,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions) {
    ProcessDefinition definition = definition(processDefinitionId);
    return instructions.isEmpty()
        ? starts.start(definition, null, businessKey, variables)
        : starts.start(definition, businessKey, variables, instructions);
  }

  @Override
  public void modifyProcessInstance(
      String id, List<ModificationInstruction> instructions, boolean skipIoMappings) {
    Journey journey = journeys.resume(hold(id));
    journey.modify(instructions, skipIoMappings);
    journeys.write(journey);
  }

  @Override
  public ActivityInstance activityInstances(String processInstanceId) {
    if (processInstance(processInstanceId).isEmpty()) {
      throw notFound(processInstanceId);
    }
    return new ActivityTree(source.load(processInstanceId), incidents.openOf(processInstanceId))
        .tree();
  }

  @Override
  public List<ProcessInstance> processInstances(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return new ProcessInstanceList(entityManager, query)
        .list().stream().map(ProcessInstanceEntity::toProcessInstance).toList();
  }

  @Override
  public List<String> processInstanceIds(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return new ProcessInstanceList(entityManager, query).ids();
  }

  @Override
  public long countProcessInstances(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return new ProcessInstanceList(entityManager, query).count();
  }

  @Override
  public Optional<ProcessInstance> processInstance(String id) {
    return Optional.ofNullable(entityManager.find(ProcessInstanceEntity.class, id))
        .filter(ProcessInstanceEntity::isRunning)
        .map(ProcessInstanceEntity::toProcessInstance);
  }

  @Override
  public Batch deleteProcessInstancesAsync(Collection<String> ids, String deleteReason) {
    checkDeleteReason(deleteReason);
    return deletionBatch.create(ids, deleteReason);
  }

  @Override
  public void deleteProcessInstance(String id, String deleteReason) {
    checkDeleteReason(deleteReason);
    Instance instance = hold(id);
    Journey journey = journeys.resume(instance);
    journey.delete(deleteReason);
    journeys.write(journey);
  }

  @Override
  public void setProcessInstanceSuspended(String id, boolean suspended) {
    Instance instance = hold(id);
    if (instance.suspended() == suspended) {
      return;
    }
    instances.setSuspended(id, suspended);
    journeys.setSuspended(instance, suspended);
  }

  @Override
  public Map<String, TypedValue> variables(String executionId) {
    return new Variables(variableStore).visibleFrom(scopes(executionId));
  }

  @Override
  public Optional<TypedValue> variable(String executionId, String name) {
    return new Variables(variableStore).get(scopes(executionId), name);
  }

  @Override
  public void changeVariables(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions) {
    Instance instance = hold(instanceOf(executionId));
    Journey journey = journeys.resume(instance);
    List<String> scopes = journey.scopesFrom(executionId);
    journey.variables().setAll(scopes, modifications);
    deletions.forEach(name -> journey.variables().remove(scopes, name));
    journey.variablesHaveChanged();
    journeys.write(journey);
  }

  private ProcessDefinition definition(String id) {
    return definitions
        .find(ensureNotNull("processDefinitionId", id))
        .orElseThrow(
            () ->
                new NullValueException(
                    "no deployed process definition found with id '%s'".formatted(id)));
  }

  /** Refuses a business key that is too long; null is none. */
  static void checkBusinessKey(String businessKey) {
    checkLength(
        "start a process instance with a business key", businessKey, MAX_BUSINESS_KEY_LENGTH);
  }

  private static void checkDeleteReason(String deleteReason) {
    checkLength("delete a process instance with a reason", deleteReason, MAX_DELETE_REASON_LENGTH);
  }

  private static void checkLength(String attempt, String text, int most) {
    if (text != null && text.length() > most) {
      throw new ProcessEngineException(
          "Cannot %s of %d characters: at most %d are possible"
              .formatted(attempt, text.length(), most),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }

  private Instance hold(String id) {
    return journeys.hold(id).orElseThrow(() -> notFound(id));
  }

  private static NotFoundException notFound(String id) {
    return new NotFoundException("Process instance with id %s does not exist".formatted(id));
  }

  private String instanceOf(String executionId) {
    ensureNotNull("executionId", executionId);
    if (processInstance(executionId).isPresent()) {
      return executionId;
    }
    return activities
        .instanceOf(executionId)
        .orElseThrow(
            () ->
                new NullValueException(
                    "execution %s doesn't exist: execution is null".formatted(executionId)));
  }

  private List<String> scopes(String executionId) {
    String instanceId = instanceOf(executionId);
    return source.load(instanceId).activities().scopesFrom(executionId);
  }
}
