package dev.outwork.engine.externaltask;

import dev.outwork.api.incident.Incident;
import dev.outwork.engine.incident.NewIncident;
import dev.outwork.engine.incident.NewIncident.Cause;
import dev.outwork.engine.incident.NewIncident.Location;
import dev.outwork.engine.incident.RetryIncidents;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Retries and their incidents (docs/rest-api.md, "Retries and incidents"). */
@Collaborator
class Retries {
  private final TaskStateStore states;
  private final RetryIncidents incidents;
  private final Event<WorkAvailable> workAvailable;
  private final Clock clock;

  @Inject
  Retries(
      TaskStateStore states,
      RetryIncidents incidents,
      Event<WorkAvailable> workAvailable,
      Clock clock) {
    this.states = states;
    this.incidents = incidents;
    this.workAvailable = workAvailable;
    this.clock = clock;
  }

  /** Sets the retries of a task that is locked with its instance. */
  void set(TaskRow task, int retries) {
    Instant now = clock.instant();
    TaskState state = task.state().after(retries, task.lockedUntil(), now);
    states.setRetries(task.id(), retries, state);
    changed(task, retries, state, task.trouble().errorMessage(), null, now);
  }

  /**
   * The retries of a task have changed: creates or resolves its incident, and notifies waiting
   * workers.
   *
   * @param task before the change
   * @param logLine id of the log entry of a failure; null if there was none
   */
  void changed(
      TaskRow task, int retries, TaskState state, String message, String logLine, Instant now) {
    incidents.retriesHaveChanged(
        task.id(),
        task.hasNoRetriesLeft(),
        retries,
        () -> incident(task, message, logLine, now),
        now);
    if (state == TaskState.OPEN) {
      workAvailable.fire(WorkAvailable.again(task));
    }
  }

  private static NewIncident incident(TaskRow task, String message, String logLine, Instant now) {
    return NewIncident.of(
        Incident.FAILED_EXTERNAL_TASK,
        new Location(
            task.processInstanceId(),
            task.processDefinitionId(),
            task.definitionKey(),
            task.activityInstanceId(),
            task.activityId(),
            task.tenantId()),
        new Cause(task.id(), message, logLine),
        now);
  }
}
