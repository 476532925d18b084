package dev.outwork.engine.job;

import dev.outwork.api.incident.Incident;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.incident.IncidentStore.NewIncident;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Retries of jobs and their incidents; the job is locked. */
@Collaborator
class JobRetries {
  private static final Logger LOG = Logger.getLogger(JobRetries.class.getName());
  private static final int MAX_MESSAGE_LENGTH = 4_000;

  private final JobStateStore states;
  private final IncidentStore incidents;
  private final Clock clock;

  @Inject
  JobRetries(JobStateStore states, IncidentStore incidents, Clock clock) {
    this.states = states;
    this.incidents = incidents;
    this.clock = clock;
  }

  void set(JobRow job, int retries) {
    states.setRetries(job.id(), retries);
    changed(job, retries, null);
  }

  /** A job has failed and was rolled back. */
  void failed(JobRow job, Throwable failure) {
    int left = Math.max(0, job.retries() - 1);
    String message = message(failure);
    Instant next = left == 0 ? job.dueAt() : job.retryPolicy().nextAttempt(left, clock.instant());
    states.fail(job.id(), left, next, message, stackTrace(failure));
    changed(job, left, message);
    LOG.log(
        left == 0 ? Level.WARNING : Level.INFO,
        () ->
            "Job '%s' (%s) failed at '%s' of process '%s', %d retries are left: %s"
                .formatted(
                    job.id(), job.type(), job.activityId(), job.definitionKey(), left, message));
  }

  /** A job has succeeded. */
  void succeeded(JobRow job) {
    if (job.hasNoRetriesLeft()) {
      incidents.resolve(List.of(job.id()), clock.instant());
    }
  }

  /**
   * @param job before the change
   * @param message may be null
   */
  private void changed(JobRow job, int retries, String message) {
    Instant now = clock.instant();
    if (retries == 0 && !job.hasNoRetriesLeft()) {
      incidents.open(incident(job, message, now));
    }
    if (retries > 0 && job.hasNoRetriesLeft()) {
      incidents.resolve(List.of(job.id()), now);
    }
  }

  private static NewIncident incident(JobRow job, String message, Instant now) {
    return new NewIncident(
        Ids.next(),
        Incident.FAILED_JOB,
        job.processInstanceId(),
        job.processDefinitionId(),
        job.definitionKey(),
        job.executionId(),
        job.activityId(),
        job.id(),
        message,
        null,
        job.tenantId(),
        now);
  }

  private static String message(Throwable failure) {
    String message =
        storable(
            failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage());
    return message.substring(0, Math.min(MAX_MESSAGE_LENGTH, message.length()));
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return storable(text.toString());
  }

  // PostgreSQL cannot store this character.
  private static String storable(String text) {
    return text.replace("\0", "");
  }
}
