package dev.outwork.engine.instance;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
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
  @Inject private Journeys journeys;
  @Inject private InstanceStore instances;
  @Inject private ActivityStore activities;
  @Inject private VariableStore variableStore;
  @Inject private ExternalWork externalWork;
  @Inject private Clock clock;

  @Override
  public ProcessInstance startProcessInstance(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables) {
    ProcessDefinition definition = startable(processDefinitionId);
    checkLength(
        "start a process instance with a business key", businessKey, MAX_BUSINESS_KEY_LENGTH);
    Instance instance =
        new Instance(
            Ids.next(),
            definition.id(),
            definition.key(),
            definition.versionTag(),
            businessKey,
            definition.tenantId(),
            false);

    Journey journey = journeys.begin(instance);
    journey.variables().setAllLocal(instance.id(), variables);
    journey.start();
    journeys.writeNew(journey);

    return new ProcessInstance(
        instance.id(),
        instance.definitionId(),
        instance.definitionKey(),
        businessKey,
        instance.tenantId(),
        journey.hasEnded(),
        false);
  }

  @Override
  public List<ProcessInstance> processInstances(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return new ProcessInstanceList(entityManager, query)
        .list().stream().map(ProcessInstanceEntity::toProcessInstance).toList();
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
  public void deleteProcessInstance(String id, String deleteReason) {
    checkLength("delete a process instance with a reason", deleteReason, MAX_DELETE_REASON_LENGTH);
    Instance instance = hold(id);
    Instant now = clock.instant();
    List<Activity> underWay = activities.underWay(id);
    underWay.forEach(activity -> activity.cancel(now));
    activities.write(id, underWay, now);
    externalWork.cancel(instance, underWay.stream().map(Activity::id).toList(), now);
    instances.end(id, "EXTERNALLY_TERMINATED", deleteReason, now);
  }

  @Override
  public void setProcessInstanceSuspended(String id, boolean suspended) {
    Instance instance = hold(id);
    if (instance.suspended() == suspended) {
      return;
    }
    instances.setSuspended(id, suspended);
    externalWork.setSuspended(instance, suspended, clock.instant());
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
    String instanceId = instanceOf(executionId);
    hold(instanceId);
    Variables variables = new Variables(variableStore);
    List<String> scopes = scopes(executionId);
    variables.setAll(scopes, modifications);
    deletions.forEach(name -> variables.remove(scopes, name));
    variableStore.write(instanceId, variables, clock.instant());
  }

  private ProcessDefinition startable(String id) {
    ProcessDefinition definition =
        definitions
            .find(ensureNotNull("processDefinitionId", id))
            .orElseThrow(
                () ->
                    new NullValueException(
                        "no deployed process definition found with id '%s'".formatted(id)));
    if (definition.suspended()) {
      throw new ProcessEngineException(
          "Cannot start process instance. Process definition (id = %s) is suspended".formatted(id));
    }
    return definition;
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
    return journeys
        .hold(id)
        .orElseThrow(
            () ->
                new NotFoundException("Process instance with id %s does not exist".formatted(id)));
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
    return new Activities(instanceId, () -> activities.underWay(instanceId))
        .scopesFrom(executionId);
  }
}
