package dev.outwork.engine.batch;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.Texts;
import dev.outwork.engine.database.Settings;
import jakarta.ejb.EJBException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One run of one batch: reads its elements and processes them as long as it holds the lease. A run
 * that has lost its lease does no harm, because each element is locked while it is processed; the
 * run just ends.
 */
public final class BatchRun {
  /** Number of elements that are read and processed at a time. */
  public static final int CHUNK = 50;

  private static final Logger LOG = Logger.getLogger(BatchRun.class.getName());
  private static final int MAX_MESSAGE_LENGTH = 4_000;

  // Often enough that one missed renewal does not lose the batch.
  private static final int RENEWALS_PER_LEASE = 3;

  private final BatchExecution execution;
  private final Clock clock;
  private final String batchId;
  private final String runId;
  private final Queue<String> read = new ArrayDeque<>();
  private String last = "";
  private Instant renewAt = Instant.MIN;
  private boolean over;

  BatchRun(BatchExecution execution, Clock clock, String batchId, String runId) {
    this.execution = execution;
    this.clock = clock;
    this.batchId = batchId;
    this.runId = runId;
  }

  /** The next element; empty if there is none, or the run must end. */
  public Optional<String> next() {
    if (read.isEmpty() && isOurs()) {
      List<String> found = execution.next(batchId, last, CHUNK);
      read.addAll(found);
      last = found.isEmpty() ? last : found.get(found.size() - 1);
    }
    return Optional.ofNullable(read.poll());
  }

  /** Processes an element or records its failure; ends the run if the database is unavailable. */
  public void work(String id) {
    if (!isOurs()) {
      return;
    }
    try {
      execution.run(batchId, id);
    } catch (DatabaseUnavailableException e) {
      // The failure is not the element's. The next run processes it.
      over = true;
    } catch (RuntimeException e) {
      hasFailed(id, causeOf(e));
    }
  }

  /** Called when the run has ended for whatever reason. */
  public void leave() {
    execution.leave(batchId, runId);
  }

  private boolean isOurs() {
    Instant now = clock.instant();
    if (!over && !now.isBefore(renewAt)) {
      over = !execution.renew(batchId, runId);
      renewAt = now.plus(Settings.batchLease().dividedBy(RENEWALS_PER_LEASE));
    }
    return !over;
  }

  private static Throwable causeOf(RuntimeException thrown) {
    return thrown instanceof EJBException && thrown.getCause() != null ? thrown.getCause() : thrown;
  }

  private void hasFailed(String id, Throwable failure) {
    try {
      execution.failed(id, message(id, failure));
    } catch (RuntimeException e) {
      // The other elements continue; the next run tries this one again.
      LOG.log(
          Level.WARNING,
          e,
          () ->
              "Cannot record the failure of '%s' in batch '%s'"
                  .formatted(Texts.inOneLine(id), batchId));
    }
  }

  // A refusal of the engine has a message for clients; any other exception might reveal tables and
  // classes.
  private String message(String id, Throwable failure) {
    if (failure instanceof ProcessEngineException && failure.getMessage() != null) {
      return Texts.cut(failure.getMessage().replace("\0", ""), MAX_MESSAGE_LENGTH);
    }
    LOG.log(
        Level.WARNING,
        failure,
        () -> "'%s' of batch '%s' failed".formatted(Texts.inOneLine(id), batchId));
    return "The engine failed: its log has the reason under '%s'".formatted(id);
  }
}
