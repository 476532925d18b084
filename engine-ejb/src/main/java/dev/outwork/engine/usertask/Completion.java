package dev.outwork.engine.usertask;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.usertask.OpenTasks.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What moves the token that waits for a task; the tree of its instance is held. */
@ApplicationScoped
class Completion {
  private final UserTaskStore tasks;
  private final Journeys journeys;
  private final Clock clock;

  /** For the container's proxy. */
  protected Completion() {
    this(null, null, null);
  }

  @Inject
  Completion(UserTaskStore tasks, Journeys journeys, Clock clock) {
    this.tasks = tasks;
    this.journeys = journeys;
    this.clock = clock;
  }

  /** Returns the variables of the process instance as they are then. */
  Map<String, TypedValue> complete(Held held, Map<String, TypedValue> variables) {
    return complete(held, journeyWith(held, variables));
  }

  /** The same on a journey that knows what the task was completed with. */
  Map<String, TypedValue> complete(Held held, Journey journey) {
    tasks.complete(held.task().id(), clock.instant());
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

  /** The task goes on, unless the event that catches the escalation interrupts it. */
  void escalation(Held held, String escalationCode, Map<String, TypedValue> variables) {
    Journey journey = journeyWith(held, variables);
    journey.raise(held.task().activityInstanceId(), Thrown.escalation(escalationCode));
    journeys.write(journey);
  }

  // Variables of the task itself end with it, so a result goes past them.
  private Journey journeyWith(Held held, Map<String, TypedValue> variables) {
    Journey journey = journeys.resume(held.instance());
    journey.variables().setAll(held.task().scopes(), variables);
    return journey;
  }
}
