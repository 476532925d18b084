package dev.outwork.engine.externaltask;

import dev.outwork.api.incident.Incident;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.incident.IncidentStore.NewIncident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Retries and the incidents that go with them (docs/rest-api.md, "Retries and incidents"). */
@ApplicationScoped
class Retries {
  private final TaskStateStore states;
  private final IncidentStore incidents;
  private final Event<WorkAvailable> workAvailable;
  private final Clock clock;

  /** For the container's proxy. */
  protected Retries() {
    this(null, null, null, null);
  }

  @Inject
  Retries(
      TaskStateStore states,
      IncidentStore incidents,
      Event<WorkAvailable> workAvailable,
      Clock clock) {
    this.states = states;
    this.incidents = incidents;
    this.workAvailable = workAvailable;
    this.clock = clock;
  }

  /** Sets the retries of a task that is held with its instance. */
  void set(TaskRow task, int retries) {
    Instant now = clock.instant();
    TaskState state = task.state().after(retries, task.lockedUntil(), now);
    states.setRetries(task.id(), retries, state);
    changed(task, retries, state, task.trouble().errorMessage(), null, now);
  }

  /**
   * The retries of a task have changed: opens or resolves its incident, and tells who waits.
   *
   * @param task as it was before
   * @param logLine id of the line of the log that tells of a failure, null if it was no failure
   */
  void changed(
      TaskRow task, int retries, TaskState state, String message, String logLine, Instant now) {
    if (retries == 0 && !task.hasNoRetriesLeft()) {
      incidents.open(incident(task, message, logLine, now));
    }
    if (retries > 0 && task.hasNoRetriesLeft()) {
      incidents.resolve(List.of(task.id()), now);
    }
    if (state == TaskState.OPEN) {
      workAvailable.fire(WorkAvailable.again(task));
    }
  }

  private static NewIncident incident(TaskRow task, String message, String logLine, Instant now) {
    return new NewIncident(
        Ids.next(),
        Incident.FAILED_EXTERNAL_TASK,
        task.processInstanceId(),
        task.processDefinitionId(),
        task.ofInstance().definitionKey(),
        task.activityInstanceId(),
        task.activityId(),
        task.id(),
        message,
        logLine,
        task.ofInstance().tenantId(),
        now);
  }
}
