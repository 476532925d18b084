package dev.outwork.engine.externaltask;

import dev.outwork.api.Texts;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Journey;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Applies a worker's report to its task and instance; both rows are locked, and the worker was
 * checked.
 */
@Collaborator
class Reports {
  /** Maximum number of characters of a stored error message. */
  private static final int MAX_ERROR_MESSAGE_LENGTH = 666;

  static final String CANNOT_COMPLETE = "External Task %s cannot be completed by worker '%s'";
  static final String CANNOT_FAIL = "Failure of External Task %s cannot be reported by worker '%s'";
  static final String CANNOT_RAISE =
      "Bpmn error of External Task %s cannot be reported by worker '%s'";

  /** A completed task, with its variables. */
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

  void complete(
      HeldTask held, Map<String, TypedValue> variables, Map<String, TypedValue> localVariables) {
    completeAll(List.of(new Completion(held, variables, localVariables)));
  }

  /**
   * Completes tasks of different call hierarchies; the changes of their journeys are written
   * together.
   */
  void completeAll(List<Completion> completions) {
    List<Done> done = new ArrayList<>();
    for (Completion completion : completions) {
      TaskRow task = completion.held().task();
      Journey journey =
          journeyWith(completion.held(), completion.variables(), completion.localVariables());
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
      HeldTask held, String errorCode, String errorMessage, Map<String, TypedValue> variables) {
    Journey journey = journeyWith(held, variables, Map.of());
    raise(held.task(), Thrown.error(errorCode, errorMessage), journey);
  }

  // The order of the steps is that of docs/rest-api.md, "Processing of a failure".
  void failure(HeldTask held, Failure failure) {
    TaskRow task = held.task();
    Journey journey = journeyWith(held, failure.variables(), failure.localVariables());
    String message = Texts.cut(failure.errorMessage(), MAX_ERROR_MESSAGE_LENGTH);
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
      HeldTask held, Map<String, TypedValue> variables, Map<String, TypedValue> localVariables) {
    TaskRow task = held.task();
    Journey journey = journeys.resume(held.instance(), task.activity(), held.known());
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
}
