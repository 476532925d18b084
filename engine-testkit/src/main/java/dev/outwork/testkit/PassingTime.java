package dev.outwork.testkit;

import dev.outwork.api.ListQuery;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves the clock from one due date to the next. */
final class PassingTime {
  private final TestEngine engine;
  private final SettableClock clock;

  PassingTime(TestEngine engine) {
    this.engine = engine;
    this.clock = engine.clock();
  }

  void advance(Duration time) {
    Instant end = clock.instant().plus(time);
    engine.runDueJobs();
    Optional<Instant> next = nextDueUntil(end);
    while (next.isPresent()) {
      clock.set(next.get());
      engine.runDueJobs();
      next = nextDueUntil(end);
    }
    clock.set(end);
    engine.reclaimLocks();
    engine.runDueJobs();
  }

  /** The due date of the next job, if it is later than now and not after {@code end}. */
  private Optional<Instant> nextDueUntil(Instant end) {
    ListQuery<JobFilter, JobSort> next =
        ListQuery.<JobFilter, JobSort>all()
            .with(JobFilter.DUE_AFTER, clock.instant())
            .with(JobFilter.WITH_RETRIES_LEFT, true)
            .with(JobFilter.ACTIVE, true)
            .orderBy(JobSort.DUE_DATE, true)
            .page(0, 1);
    return engine.management().jobs(next).stream()
        .map(Job::dueDate)
        .filter(due -> !due.isAfter(end))
        .findFirst();
  }
}
