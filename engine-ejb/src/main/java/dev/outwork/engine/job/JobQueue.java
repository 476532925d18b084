package dev.outwork.engine.job;

import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Adds jobs, removes them with their incidents, and triggers their execution when they are due. */
@Collaborator
public class JobQueue {
  private final JobStore jobs;
  private final IncidentStore incidents;
  private final Event<JobsDue> jobsDue;

  @Inject
  JobQueue(JobStore jobs, IncidentStore incidents, Event<JobsDue> jobsDue) {
    this.jobs = jobs;
    this.incidents = incidents;
    this.jobsDue = jobsDue;
  }

  /** Adds jobs, to be executed when they are due. */
  public void add(List<JobRow> added, Instant now) {
    jobs.insert(added);
    if (added.stream().anyMatch(job -> job.isDueAt(now))) {
      wake();
    }
  }

  /** Removes obsolete jobs with their incidents. */
  void remove(List<JobStore.Awaited> removed, Instant now) {
    jobs.delete(removed.stream().map(JobStore.Awaited::id).toList());
    incidents.delete(
        removed.stream().filter(job -> job.retries() == 0).map(JobStore.Awaited::id).toList(), now);
  }

  /** Signals that jobs may have become due. */
  void wake() {
    jobsDue.fire(new JobsDue());
  }
}
