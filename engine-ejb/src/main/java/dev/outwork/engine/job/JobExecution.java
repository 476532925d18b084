package dev.outwork.engine.job;

import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.tracing.Tracing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The transactions of a job: one that executes it, and another that records its failure. */
@Stateless
@TellsOutages
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobExecution {
  @Inject private JobHolds holds;
  @Inject private JobStore jobs;
  @Inject private JobStateStore states;
  @Inject private JobRetries retries;
  @Inject private Instance<JobHandler> handlers;
  @Inject private Tracing tracing;
  @Inject private OperationLog log;
  @Inject private Clock clock;

  /** Executes a due job, unless another transaction has locked it or its instance. */
  public boolean runDueIfFree(String id) {
    return holds.holdIfFree(id).filter(this::mayRun).map(this::run).isPresent();
  }

  /** Executes a due job; false if it is not due, or no longer exists. */
  public boolean runDue(String id) {
    return holds.hold(id).filter(this::mayRun).map(this::run).isPresent();
  }

  /** Executes a job, due or not; false if it no longer exists because it was executed meanwhile. */
  public boolean runNow(String id) {
    return holds.hold(id).map(this::runByHand).isPresent();
  }

  private JobRow runByHand(HeldJob held) {
    log.add(held.job().operation("Execute"));
    return run(held);
  }

  /** Records the failure of a job, after the rollback. */
  public void failed(String id, Throwable failure) {
    holds.hold(id).ifPresent(held -> retries.failed(held.job(), failure));
  }

  private boolean mayRun(HeldJob held) {
    JobRow job = held.job();
    if (job.suspended() || job.hasNoRetriesLeft() || !job.isDueAt(clock.instant())) {
      return false;
    }
    if (held.instance() != null && held.instance().suspended()) {
      // The sender did not check the suspension; the job runs on activation, as the others do.
      states.setSuspended(job.id(), true);
      return false;
    }
    return true;
  }

  private JobRow run(HeldJob held) {
    JobRow job = held.job();
    JobHandler handler =
        handlers.stream().filter(one -> one.handles(job.type())).findFirst().orElseThrow();
    next(job, handler)
        .ifPresentOrElse(next -> jobs.repeat(job, next), () -> jobs.delete(List.of(job.id())));
    retries.resolveIncident(job);
    tracing.job(
        job.type().name(),
        job.activityId(),
        job.processInstanceId(),
        () -> handler.run(job, held.instance()));
    return job;
  }

  private Optional<Schedule> next(JobRow job, JobHandler handler) {
    return handler.repeats(job) ? job.next(ZonedDateTime.now(clock)) : Optional.empty();
  }
}
