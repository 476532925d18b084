package dev.outwork.engine.instance;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.incident.IncidentEntity;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.incident.NewIncident;
import dev.outwork.engine.incident.NewIncident.Cause;
import dev.outwork.engine.incident.NewIncident.Location;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.operation.VariableChange;
import dev.outwork.engine.token.Activity;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Running instances and activities by id: their variables and incidents. */
@Collaborator
@Dependent
public class Executions {
  private static final int MAX_TYPE_LENGTH = 255;
  private static final int MAX_MESSAGE_LENGTH = 4_000;

  private final InstanceStore instances;
  private final ActivityStore activities;
  private final VariableStore variableStore;
  private final StoredInstances source;
  private final Journeys journeys;
  private final IncidentStore incidents;
  private final OperationLog log;
  private final Clock clock;

  @Inject
  Executions(
      InstanceStore instances,
      ActivityStore activities,
      VariableStore variableStore,
      StoredInstances source,
      Journeys journeys,
      IncidentStore incidents,
      OperationLog log,
      Clock clock) {
    this.instances = instances;
    this.activities = activities;
    this.variableStore = variableStore;
    this.source = source;
    this.journeys = journeys;
    this.incidents = incidents;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Throws an exception unless the process of an execution is permitted.
   *
   * @param missing the exception for an id without an execution
   */
  void check(
      String executionId,
      Predicate<String> permittedKey,
      Function<String, ProcessEngineException> missing) {
    findInstance(ensureNotNull("executionId", executionId))
        .flatMap(instances::read)
        .map(InstanceStore.Locked::definitionKey)
        .filter(permittedKey)
        .orElseThrow(() -> missing.apply(executionId));
  }

  /** The scopes whose variables are visible to an execution, innermost first. */
  private List<String> scopes(String executionId) {
    return source.load(instanceOf(executionId)).activities().scopesFrom(executionId);
  }

  private List<String> ownScope(String executionId) {
    instanceOf(executionId);
    return List.of(executionId);
  }

  /** All variables that are visible to an execution. */
  public Map<String, TypedValue> variables(String executionId) {
    return new Variables(variableStore).visibleFrom(scopes(executionId));
  }

  Map<String, TypedValue> variablesLocal(String executionId) {
    return new Variables(variableStore).visibleFrom(ownScope(executionId));
  }

  Optional<TypedValue> variable(String executionId, String name) {
    return new Variables(variableStore).get(scopes(executionId), name);
  }

  Optional<TypedValue> variableLocal(String executionId, String name) {
    return new Variables(variableStore).get(ownScope(executionId), name);
  }

  void changeVariables(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions) {
    Journey journey = resume(executionId);
    change(journey, journey.scopesFrom(executionId), modifications, deletions);
    log.add(variablesChanged(journey, executionId, modifications, deletions));
  }

  void changeVariablesLocal(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions) {
    Journey journey = resume(executionId);
    change(journey, List.of(executionId), modifications, deletions);
    log.add(variablesChanged(journey, executionId, modifications, deletions));
  }

  private static Operation variablesChanged(
      Journey journey,
      String executionId,
      Map<String, TypedValue> modifications,
      Collection<String> deletions) {
    return Operation.of(Kind.VARIABLE, VariableChange.typeOf(modifications, deletions))
        .on(Subject.PROCESS_INSTANCE, journey.running().instance().id());
  }

  private void change(
      Journey journey,
      List<String> scopes,
      Map<String, TypedValue> modifications,
      Collection<String> deletions) {
    journey.variables().setAll(scopes, modifications);
    journey.variablesHaveChanged();
    deletions.forEach(name -> journey.variables().remove(scopes, name));
    journey.variablesHaveChanged();
    journeys.write(journey);
  }

  /** Creates an incident at a running activity; it ends with the activity. */
  Incident createIncident(String executionId, String type, String configuration, String message) {
    checkLength("a type", type, MAX_TYPE_LENGTH);
    checkLength("a configuration", configuration, MAX_TYPE_LENGTH);
    checkLength("a message", message, MAX_MESSAGE_LENGTH);
    Journey journey =
        findInstance(executionId)
            .flatMap(journeys::hold)
            .map(journeys::resume)
            .orElseThrow(() -> unknown(executionId));
    Activity activity =
        journey.running().activities().find(executionId).orElseThrow(() -> unknown(executionId));
    if (activity.isRoot()) {
      throw new BadUserRequestException(
          "Execution must be related to an activity: '%s' is a process instance"
              .formatted(executionId));
    }
    NewIncident incident = incidentAt(activity, type, configuration, message);
    activities.noteIncident(activity.id());
    incidents.open(incident);
    log.add(
        Operation.onInstance("CreateIncident", incident.at().processInstanceId())
            .change("incidentType", null, type)
            .change("configuration", null, configuration));
    return IncidentEntity.begun(incident);
  }

  static BadUserRequestException unknown(String executionId) {
    return new BadUserRequestException(
        "Cannot find an execution with executionId '%s': execution is null".formatted(executionId));
  }

  private NewIncident incidentAt(
      Activity activity, String type, String configuration, String message) {
    Instance instance = activity.running().instance();
    return NewIncident.of(
        type,
        new Location(
            instance.id(),
            instance.definitionId(),
            instance.definitionKey(),
            activity.id(),
            activity.node().id(),
            instance.tenantId()),
        new Cause(configuration, message, null),
        clock.instant());
  }

  private static void checkLength(String what, String text, int most) {
    if (text != null && text.length() > most) {
      throw new ProcessEngineException(
          "Cannot create an incident with %s of %d characters: at most %d are allowed"
              .formatted(what, text.length(), most),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }

  private Journey resume(String executionId) {
    Journey journey =
        journeys
            .hold(instanceOf(executionId))
            .map(journeys::resume)
            .orElseThrow(() -> missing(executionId));
    // It may have ended while this transaction waited for the lock.
    if (journey.running().activities().find(executionId).isEmpty()) {
      throw missing(executionId);
    }
    return journey;
  }

  private String instanceOf(String executionId) {
    ensureNotNull("executionId", executionId);
    return findInstance(executionId).orElseThrow(() -> missing(executionId));
  }

  private Optional<String> findInstance(String executionId) {
    return instances
        .read(executionId)
        .map(InstanceStore.Locked::id)
        .or(() -> activities.instanceOf(executionId));
  }

  static NullValueException missing(String executionId) {
    return new NullValueException(
        "execution %s doesn't exist: execution is null".formatted(executionId));
  }
}
