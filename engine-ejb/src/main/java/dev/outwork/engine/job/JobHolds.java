package dev.outwork.engine.job;

import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Locks jobs: the instance before the job, as in all transactions that move tokens. */
@Collaborator
class JobHolds {
  private final JobStore jobs;
  private final JobQueue queue;
  private final Journeys journeys;
  private final Clock clock;

  @Inject
  JobHolds(JobStore jobs, JobQueue queue, Journeys journeys, Clock clock) {
    this.jobs = jobs;
    this.queue = queue;
    this.journeys = journeys;
    this.clock = clock;
  }

  /** Locks a job until the transaction ends; empty if there is no job with this id. */
  Optional<HeldJob> hold(String id) {
    Optional<JobRow> found = jobs.find(id);
    if (found.map(JobRow::processInstanceId).isEmpty()) {
      return jobs.hold(id).map(job -> new HeldJob(job, null));
    }
    Optional<Instance> instance = journeys.hold(found.get().processInstanceId());
    Optional<JobRow> job = jobs.hold(id);
    if (instance.isEmpty()) {
      // It was sent to an instance that ended at the same time.
      job.ifPresent(left -> queue.remove(List.of(left.awaited()), clock.instant()));
      return Optional.empty();
    }
    return job.map(held -> new HeldJob(held, instance.get()));
  }

  /** As {@link #hold}, but empty if the job or its instance is locked. */
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
