package dev.outwork.engine.externaltask;

import dev.outwork.api.ProcessEngineException;
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
import dev.outwork.engine.tally.TaskEvent;
import dev.outwork.engine.tally.TasksHappened;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.tracing.CallTrace;
import dev.outwork.engine.tracing.Tracing;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Applies a worker's report to its task and instance; both rows are locked, and the worker was
 * checked.
 */
@Collaborator
@Dependent
class Reports {
  /** Maximum number of characters of a stored error message. */
  private static final int MAX_ERROR_MESSAGE_LENGTH = 666;

  static final String CANNOT_COMPLETE = "External Task %s cannot be completed by worker '%s'";
  static final String CANNOT_FAIL = "Failure of External Task %s cannot be reported by worker '%s'";
  static final String CANNOT_RAISE =
      "Bpmn error of External Task %s cannot be reported by worker '%s'";

  /** A completed task, with its variables. */
  record Completion(
      HeldTask held,
      Map<String, TypedValue> variables,
      Map<String, TypedValue> localVariables,
      Report report) {}

  /**
   * A report whose changes have not been written.
   *
   * @param traceparent of what it creates; null if nobody traces it
   */
  private record Done(TaskRow task, Journey journey, boolean hasRaised, String traceparent) {}

  private final Sql sql;
  private final ExternalTaskStore tasks;
  private final TaskStateStore states;
  private final IncidentStore incidents;
  private final Retries retries;
  private final QueueHeads heads;
  private final Journeys journeys;
  private final Models models;
  private final Tracing tracing;
  private final Event<TasksHappened> happened;
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
      Tracing tracing,
      Event<TasksHappened> happened,
      Clock clock) {
    this.sql = sql;
    this.tasks = tasks;
    this.states = states;
    this.incidents = incidents;
    this.retries = retries;
    this.heads = heads;
    this.journeys = journeys;
    this.models = models;
    this.tracing = tracing;
    this.happened = happened;
    this.clock = clock;
  }

  /** Completes a task. */
  void complete(Completion completion) {
    completeAll(List.of(completion))
        .values()
        .forEach(
            failure -> {
              throw failure;
            });
  }

  /**
   * Completes tasks of different call hierarchies, and returns the failures by task id. A journey
   * that fails has changed nothing yet; the changes of all others are written together.
   */
  Map<String, ProcessEngineException> completeAll(List<Completion> completions) {
    Map<String, ProcessEngineException> failures = new HashMap<>();
    List<Done> done = new ArrayList<>();
    for (Completion completion : completions) {
      try {
        done.add(completion.report().user().during(() -> done(completion)));
      } catch (ProcessEngineException e) {
        failures.put(completion.held().task().id(), e);
      }
    }
    write(done);
    return failures;
  }

  private Done done(Completion completion) {
    TaskRow task = completion.held().task();
    // First: a failure belongs to the trace of its task, too.
    String traceparent = completion.report().trace().reports(task.traced());
    Journey journey =
        journeyWith(completion.held(), completion.variables(), completion.localVariables());
    Optional<Thrown> error = errorOnCompletion(task, journey);
    error.ifPresentOrElse(
        thrown -> journey.raise(task.activityInstanceId(), thrown),
        () -> journey.complete(task.activityInstanceId()));
    return new Done(task, journey, error.isPresent(), traceparent);
  }

  private void write(List<Done> all) {
    Instant now = clock.instant();
    List<Writes> each = new ArrayList<>();
    for (Done done : all) {
      Writes writes = sql.writes();
      takeAway(done.task(), done.hasRaised(), now, writes);
      tracing.as(done.traceparent(), () -> journeys.write(done.journey(), writes));
      each.add(writes);
    }
    Writes.sendAll(each);
    count(TaskEvent.COMPLETED, all.stream().filter(done -> !done.hasRaised()));
    count(TaskEvent.BPMN_ERROR, all.stream().filter(Done::hasRaised));
  }

  private void count(TaskEvent what, Stream<Done> tasks) {
    List<TaskRow> reported = tasks.map(Done::task).toList();
    if (!reported.isEmpty()) {
      happened.fire(TaskRow.happened(what, reported));
    }
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

  private void takeAway(TaskRow task, boolean hasRaised, Instant now, Writes writes) {
    List<String> exhausted = task.hasNoRetriesLeft() ? List.of(task.id()) : List.of();
    tasks.delete(List.of(task.id()), writes);
    if (hasRaised) {
      TaskLog.deleted(List.of(task), now, writes);
      incidents.delete(exhausted, now);
    } else {
      TaskLog.successful(List.of(task), now, writes);
      incidents.resolve(exhausted, now);
    }
  }

  void bpmnError(HeldTask held, Thrown error, Map<String, TypedValue> variables, CallTrace trace) {
    Journey journey = journeyWith(held, variables, Map.of());
    raise(held.task(), error, journey, trace.reports(held.task().traced()));
  }

  // The order of the steps is that of docs/rest-api.md, "Processing of a failure".
  void failure(HeldTask held, Failure failure, CallTrace trace) {
    TaskRow task = held.task();
    String traceparent = trace.reports(task.traced());
    Journey journey = journeyWith(held, failure.variables(), failure.localVariables());
    String message = Texts.cut(failure.errorMessage(), MAX_ERROR_MESSAGE_LENGTH);
    Optional<Thrown> error =
        ErrorEventDefinitions.matching(
                element(task), names(task, message, failure::errorDetails, journey))
            .onFailure()
            .map(code -> Thrown.error(code, message));
    if (error.isPresent()) {
      raise(task, error.get(), journey, traceparent);
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
    happened.fire(
        TaskRow.happened(
            failure.retries() == 0 ? TaskEvent.EXHAUSTED : TaskEvent.FAILED, List.of(task)));
    journey.variablesHaveChanged();
    tracing.as(traceparent, () -> journeys.write(journey, writes));
    writes.send();
  }

  private void raise(TaskRow task, Thrown error, Journey journey, String traceparent) {
    journey.raise(task.activityInstanceId(), error);
    write(List.of(new Done(task, journey, true, traceparent)));
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
