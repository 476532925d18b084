package dev.outwork.engine.job;

import dev.outwork.api.Texts;
import dev.outwork.api.incident.Incident;
import dev.outwork.engine.incident.NewIncident;
import dev.outwork.engine.incident.NewIncident.Cause;
import dev.outwork.engine.incident.NewIncident.Location;
import dev.outwork.engine.incident.RetryIncidents;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Retries of jobs and their incidents; the job is locked. */
@Collaborator
@Dependent
class JobRetries {
  private static final Logger LOG = Logger.getLogger(JobRetries.class.getName());
  private static final int MAX_MESSAGE_LENGTH = 4_000;

  private final JobStateStore states;
  private final RetryIncidents incidents;
  private final Clock clock;

  @Inject
  JobRetries(JobStateStore states, RetryIncidents incidents, Clock clock) {
    this.states = states;
    this.incidents = incidents;
    this.clock = clock;
  }

  void set(JobRow job, int retries) {
    states.setRetries(job.id(), retries);
    changed(job, retries, null);
  }

  /** Sets the due date as well. */
  void set(JobRow job, int retries, Instant dueDate) {
    set(job, retries);
    states.setDue(job.id(), dueDate);
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
                    job.id(),
                    job.type(),
                    job.activityId(),
                    job.definitionKey(),
                    left,
                    Texts.inOneLine(message)));
  }

  /** Resolves the incident of a job that runs again; if it fails, this is rolled back with it. */
  void resolveIncident(JobRow job) {
    incidents.resolve(job.id(), job.hasNoRetriesLeft(), clock.instant());
  }

  /**
   * @param job before the change
   * @param message may be null
   */
  private void changed(JobRow job, int retries, String message) {
    Instant now = clock.instant();
    incidents.retriesHaveChanged(
        job.id(), job.hasNoRetriesLeft(), retries, () -> incident(job, message, now), now);
  }

  private static NewIncident incident(JobRow job, String message, Instant now) {
    return NewIncident.of(
        Incident.FAILED_JOB,
        new Location(
            job.processInstanceId(),
            job.processDefinitionId(),
            job.definitionKey(),
            job.executionId(),
            job.activityId(),
            job.process().tenantId()),
        new Cause(job.id(), message, null),
        now);
  }

  private static String message(Throwable failure) {
    String message =
        storable(
            failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage());
    return Texts.cut(message, MAX_MESSAGE_LENGTH);
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
