package dev.outwork.engine.usertask;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.usertask.OpenTasks.Held;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Moves the token that waits for a task; the call hierarchy of its instance is locked. */
@Collaborator
@Dependent
class Completion {
  private final UserTaskStore tasks;
  private final Journeys journeys;
  private final UserTaskLog log;
  private final Clock clock;

  @Inject
  Completion(UserTaskStore tasks, Journeys journeys, UserTaskLog log, Clock clock) {
    this.tasks = tasks;
    this.journeys = journeys;
    this.log = log;
    this.clock = clock;
  }

  /** Returns the resulting variables of the process instance. */
  Map<String, TypedValue> complete(Held held, Map<String, TypedValue> variables) {
    return complete(held, journeyWith(held, variables));
  }

  /** Completes on a journey that has the variables of the completion already. */
  Map<String, TypedValue> complete(Held held, Journey journey) {
    tasks.complete(held.task().id(), clock.instant());
    log.completed(held.task());
    journey.complete(held.task().activityInstanceId());
    journeys.write(journey);
    return journey.variables().visibleFrom(List.of(held.instance().id()));
  }

  void bpmnError(
      Held held, String errorCode, String errorMessage, Map<String, TypedValue> variables) {
    Journey journey = journeyWith(held, variables);
    tasks.delete(held.task().id(), clock.instant());
    journey.raise(held.task().activityInstanceId(), Thrown.error(errorCode, errorMessage));
    journeys.write(journey);
  }

  /** The task continues, unless the event that catches the escalation interrupts it. */
  void escalation(Held held, String escalationCode, Map<String, TypedValue> variables) {
    Journey journey = journeyWith(held, variables);
    journey.raise(held.task().activityInstanceId(), Thrown.escalation(escalationCode));
    journeys.write(journey);
  }

  // Local variables of the task end with it, so results are set outside of it.
  private Journey journeyWith(Held held, Map<String, TypedValue> variables) {
    Journey journey = journeys.resume(held.instance());
    journey.variables().setAll(held.task().scopes(), variables);
    return journey;
  }
}
