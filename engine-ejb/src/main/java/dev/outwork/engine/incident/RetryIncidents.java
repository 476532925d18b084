package dev.outwork.engine.incident;

import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** An external task or a job has an incident as long as it has no retries left. */
@Collaborator
public class RetryIncidents {
  private final IncidentStore incidents;

  @Inject
  RetryIncidents(IncidentStore incidents) {
    this.incidents = incidents;
  }

  /**
   * The retries of an external task or a job have changed.
   *
   * @param id of the task or job
   * @param hadNone whether it had no retries left before
   * @param retries which it has now
   * @param incident opened if there are none left
   */
  public void retriesHaveChanged(
      String id, boolean hadNone, int retries, Supplier<NewIncident> incident, Instant now) {
    if (retries == 0 && !hadNone) {
      incidents.open(incident.get());
    }
    if (retries > 0) {
      resolve(id, hadNone, now);
    }
  }

  /**
   * Resolves the incident of an external task or a job, if it has one.
   *
   * @param hadNone whether it had no retries left before
   */
  public void resolve(String id, boolean hadNone, Instant now) {
    if (hadNone) {
      incidents.resolve(List.of(id), now);
    }
  }
}
