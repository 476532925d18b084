package dev.outwork.engine.job;

import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes hold of jobs: the instance before the job, as everybody does who moves tokens. */
@ApplicationScoped
class JobHolds {
  private final JobStore jobs;
  private final JobQueue queue;
  private final Journeys journeys;
  private final Clock clock;

  /** For the container's proxy. */
  protected JobHolds() {
    this(null, null, null, null);
  }

  @Inject
  JobHolds(JobStore jobs, JobQueue queue, Journeys journeys, Clock clock) {
    this.jobs = jobs;
    this.queue = queue;
    this.journeys = journeys;
    this.clock = clock;
  }

  /** Takes hold of a job until the transaction ends; empty if there is none with this id. */
  Optional<HeldJob> hold(String id) {
    Optional<JobRow> found = jobs.find(id);
    if (found.map(JobRow::processInstanceId).isEmpty()) {
      return jobs.hold(id).map(job -> new HeldJob(job, null));
    }
    Optional<Instance> instance = journeys.hold(found.get().processInstanceId());
    Optional<JobRow> job = jobs.hold(id);
    if (instance.isEmpty()) {
      // Sent to an instance that ended at the same time.
      job.ifPresent(left -> queue.remove(List.of(left.awaited()), clock.instant()));
      return Optional.empty();
    }
    return job.map(held -> new HeldJob(held, instance.get()));
  }

  /** The same, but empty if somebody else has hold of the job or its instance. */
  Optional<HeldJob> holdIfFree(String id) {
    Optional<JobRow> found = jobs.find(id);
    if (found.map(JobRow::processInstanceId).isEmpty()) {
      return jobs.holdIfFree(id).map(job -> new HeldJob(job, null));
    }
    return journeys
        .holdIfFree(found.get().processInstanceId())
        .flatMap(instance -> jobs.hold(id).map(job -> new HeldJob(job, instance)));
  }
}
