package dev.outwork.engine.job;

import dev.outwork.engine.incident.IncidentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Jobs come, go with their incidents, and wake who runs them if they are due. */
@ApplicationScoped
public class JobQueue {
  private final JobStore jobs;
  private final IncidentStore incidents;
  private final Event<JobsDue> jobsDue;

  /** For the container's proxy. */
  protected JobQueue() {
    this(null, null, null);
  }

  @Inject
  JobQueue(JobStore jobs, IncidentStore incidents, Event<JobsDue> jobsDue) {
    this.jobs = jobs;
    this.incidents = incidents;
    this.jobsDue = jobsDue;
  }

  /** Jobs to be run once they are due. */
  public void add(List<JobRow> added, Instant now) {
    jobs.insert(added);
    if (added.stream().anyMatch(job -> job.isDueAt(now))) {
      wake();
    }
  }

  /** Jobs that can be done no more, with their incidents. */
  void remove(List<JobStore.Awaited> removed, Instant now) {
    jobs.delete(removed.stream().map(JobStore.Awaited::id).toList());
    incidents.delete(
        removed.stream().filter(job -> job.retries() == 0).map(JobStore.Awaited::id).toList(), now);
  }

  /** Jobs may have become due. */
  void wake() {
    jobsDue.fire(new JobsDue());
  }
}
