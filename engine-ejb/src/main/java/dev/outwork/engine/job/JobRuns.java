package dev.outwork.engine.job;

import dev.outwork.api.DatabaseUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Executes all due jobs, one after the other. Other nodes may execute the same jobs concurrently.
 */
@ApplicationScoped
public class JobRuns {
  private static final Logger LOG = Logger.getLogger(JobRuns.class.getName());
  private static final int AT_ONCE = 200;

  @Inject private JobStore jobs;
  @Inject private JobExecution execution;
  @Inject private Clock clock;

  private volatile boolean closed;

  /** Returns when no job is due. */
  public void run() {
    boolean more = true;
    while (more) {
      more = runSome();
    }
  }

  @PreDestroy
  void close() {
    closed = true;
  }

  /** Whether any job was executed. */
  private boolean runSome() {
    List<JobStore.Due> due = new ArrayList<>(jobs.due(clock.instant(), AT_ONCE));
    due.sort(Comparator.comparingLong(JobStore.Due::priority).reversed());
    // Two nodes that wait for each other's jobs would proceed in lockstep, and one would do all the
    // work.
    List<JobStore.Due> left =
        due.stream().filter(job -> !isRun(job, execution::runDueIfFree)).toList();
    long late = left.stream().filter(job -> isRun(job, execution::runDue)).count();
    return left.size() < due.size() || late > 0;
  }

  private boolean isRun(JobStore.Due job, Predicate<String> attempt) {
    if (closed) {
      return false;
    }
    try {
      return attempt.test(job.id());
    } catch (DatabaseUnavailableException e) {
      // Not a failure of the job, which stays unchanged.
      return false;
    } catch (RuntimeException e) {
      return hasFailed(job, causeOf(e));
    }
  }

  /** The exception of the job, which the container has wrapped. */
  static Throwable causeOf(RuntimeException thrown) {
    return thrown instanceof EJBException && thrown.getCause() != null ? thrown.getCause() : thrown;
  }

  private boolean hasFailed(JobStore.Due job, Throwable failure) {
    try {
      execution.failed(job.id(), failure);
      return true;
    } catch (DatabaseUnavailableException e) {
      return false;
    } catch (RuntimeException e) {
      // The other jobs continue; the next tick tries this one again.
      LOG.log(Level.WARNING, e, () -> "Cannot record the failure of job '%s'".formatted(job.id()));
      return false;
    }
  }
}
