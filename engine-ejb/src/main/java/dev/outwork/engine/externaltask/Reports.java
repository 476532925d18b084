package dev.outwork.engine.externaltask;

import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.externaltask.ReportHolds.Reportable;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.instance.ReadTogether;
import dev.outwork.engine.token.Journey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a worker's report does to its task and its instance; both rows are held, and the worker is
 * the right one.
 */
@ApplicationScoped
class Reports {
  /** As much of an error message as is kept, in characters. */
  static final int MAX_ERROR_MESSAGE_LENGTH = 666;

  static final String CANNOT_COMPLETE = "External Task %s cannot be completed by worker '%s'";
  static final String CANNOT_FAIL = "Failure of External Task %s cannot be reported by worker '%s'";
  static final String CANNOT_RAISE =
      "Bpmn error of External Task %s cannot be reported by worker '%s'";

  /** A task whose work is done, with its results. */
  record Completion(
      HeldTask held, Map<String, TypedValue> variables, Map<String, TypedValue> localVariables) {}

  private record Done(TaskRow task, Journey journey) {}

  private final Sql sql;
  private final ExternalTaskStore tasks;
  private final TaskStateStore states;
  private final IncidentStore incidents;
  private final Retries retries;
  private final QueueHeads heads;
  private final Journeys journeys;
  private final Models models;
  private final Clock clock;

  /** For the container's proxy. */
  protected Reports() {
    this(null, null, null, null, null, null, null, null, null);
  }

  @Inject
  Reports(
      Sql sql,
      ExternalTaskStore tasks,
      TaskStateStore states,
      IncidentStore incidents,
      Retries retries,
      QueueHeads heads,
      Journeys journeys,
      Models models,
      Clock clock) {
    this.sql = sql;
    this.tasks = tasks;
    this.states = states;
    this.incidents = incidents;
    this.retries = retries;
    this.heads = heads;
    this.journeys = journeys;
    this.models = models;
    this.clock = clock;
  }

  /**
   * Existence, then the worker, then the state (docs/rest-api.md, "Status codes").
   *
   * @param held null if there is no such task
   * @param refusal what a stranger cannot do
   */
  static void check(String id, HeldTask held, String workerId, String refusal) {
    if (held == null) {
      throw ExternalTasks.notFound(id);
    }
    TaskRow task = held.task();
    if (!workerId.equals(task.workerId())) {
      throw new WrongWorkerException(
          refusal.formatted(id, workerId)
              + ". It is locked by worker '%s'.".formatted(task.workerId()));
    }
    if (task.isSuspended()) {
      throw new SuspendedEntityInteractionException("ExternalTask", id);
    }
  }

  void complete(
      Reportable task, Map<String, TypedValue> variables, Map<String, TypedValue> localVariables) {
    completeAll(List.of(new Completion(task.held(), variables, localVariables)), task.known());
  }

  /**
   * Completes tasks of which no two are of one tree of calls; what their journeys have done is
   * written together.
   */
  void completeAll(List<Completion> completions, ReadTogether known) {
    List<Done> done = new ArrayList<>();
    for (Completion completion : completions) {
      TaskRow task = completion.held().task();
      Journey journey =
          journeyWith(
              completion.held(), completion.variables(), completion.localVariables(), known);
      errorOnCompletion(task, journey)
          .ifPresentOrElse(
              error -> raise(task, error, journey), () -> done.add(new Done(task, journey)));
    }
    Writes writes = sql.writes();
    takeAway(done.stream().map(Done::task).toList(), writes);
    for (Done one : done) {
      one.journey().complete(one.task().activityInstanceId());
      journeys.write(one.journey(), writes);
    }
    writes.send();
  }

  private Optional<Thrown> errorOnCompletion(TaskRow task, Journey journey) {
    Names names =
        names(
            task,
            task.trouble().errorMessage(),
            () -> tasks.errorDetails(task.id()).orElse(null),
            journey);
    return ErrorEventDefinitions.matching(element(task), names)
        .onComplete()
        .map(code -> Thrown.error(code, task.trouble().errorMessage()));
  }

  private void takeAway(List<TaskRow> done, Writes writes) {
    Instant now = clock.instant();
    tasks.delete(done.stream().map(TaskRow::id).toList(), writes);
    TaskLog.successful(done, now, writes);
    List<String> exhausted =
        done.stream().filter(TaskRow::hasNoRetriesLeft).map(TaskRow::id).toList();
    if (!exhausted.isEmpty()) {
      incidents.resolve(exhausted, now);
    }
  }

  void bpmnError(
      Reportable task, String errorCode, String errorMessage, Map<String, TypedValue> variables) {
    Journey journey = journeyWith(task.held(), variables, Map.of(), task.known());
    raise(task.task(), Thrown.error(errorCode, errorMessage), journey);
  }

  // The order of the steps is that of docs/rest-api.md, "Processing of a failure".
  void failure(Reportable failed, Failure failure) {
    TaskRow task = failed.task();
    Journey journey =
        journeyWith(failed.held(), failure.variables(), failure.localVariables(), failed.known());
    String message = cut(failure.errorMessage());
    Optional<Thrown> error =
        ErrorEventDefinitions.matching(
                element(task), names(task, message, failure::errorDetails, journey))
            .onFailure()
            .map(code -> Thrown.error(code, message));
    if (error.isPresent()) {
      raise(task, error.get(), journey);
      return;
    }
    Instant now = clock.instant();
    Instant nextTry = now.plus(failure.retryTimeout());
    TaskState state = TaskState.of(failure.retries(), nextTry, now);
    states.fail(task.id(), message, failure.errorDetails(), failure.retries(), nextTry, state);
    heads.lockEnds(task.topicName(), nextTry, now);
    Writes writes = sql.writes();
    String line = TaskLog.failed(task, message, failure.errorDetails(), now, writes);
    retries.changed(task, failure.retries(), state, message, line, now);
    journey.variablesHaveChanged();
    journeys.write(journey, writes);
    writes.send();
  }

  private void raise(TaskRow task, Thrown error, Journey journey) {
    Instant now = clock.instant();
    Writes writes = sql.writes();
    tasks.delete(List.of(task.id()), writes);
    TaskLog.deleted(List.of(task), now, writes);
    if (task.hasNoRetriesLeft()) {
      incidents.delete(List.of(task.id()), now);
    }
    journey.raise(task.activityInstanceId(), error);
    journeys.write(journey, writes);
    writes.send();
  }

  private Journey journeyWith(
      HeldTask held,
      Map<String, TypedValue> variables,
      Map<String, TypedValue> localVariables,
      ReadTogether known) {
    TaskRow task = held.task();
    Journey journey = journeys.resume(held.instance(), task.activity(), known);
    journey.variables().setAll(task.scopes(), variables);
    journey.variables().setAllLocal(task.activityInstanceId(), localVariables);
    return journey;
  }

  private ExternalActivity element(TaskRow task) {
    return (ExternalActivity) models.of(task.processDefinitionId()).model().node(task.activityId());
  }

  private static Names names(
      TaskRow task, String errorMessage, Supplier<String> errorDetails, Journey journey) {
    return ExternalTaskNames.of(task, errorMessage, errorDetails)
        .orElse(journey.evaluator().names(task.activityInstanceId()));
  }

  private static String cut(String message) {
    if (message == null || message.length() <= MAX_ERROR_MESSAGE_LENGTH) {
      return message;
    }
    // Half a character cannot be stored.
    boolean splits = Character.isHighSurrogate(message.charAt(MAX_ERROR_MESSAGE_LENGTH - 1));
    return message.substring(0, MAX_ERROR_MESSAGE_LENGTH - (splits ? 1 : 0));
  }
}
