package dev.outwork.engine.batch;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
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
 * One run of one batch: offers the elements that are to be done, and does them, for as long as the
 * batch is its own. A run that has lost its batch does no harm, because each element is held while
 * it is done; it only ends.
 */
public final class BatchRun {
  /** How many elements are read, and done, at a time. */
  public static final int CHUNK = 50;

  private static final Logger LOG = Logger.getLogger(BatchRun.class.getName());
  private static final int MAX_MESSAGE_LENGTH = 4_000;

  // Often enough that one missed time does not lose the batch.
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

  /** The next element; empty if there is none, or the run is to end. */
  public Optional<String> next() {
    if (read.isEmpty() && isOurs()) {
      List<String> found = execution.next(batchId, last, CHUNK);
      read.addAll(found);
      last = found.isEmpty() ? last : found.get(found.size() - 1);
    }
    return Optional.ofNullable(read.poll());
  }

  /**
   * Does an element, or writes down why it could not be done; ends the run if the database is away.
   */
  public void work(String id) {
    if (!isOurs()) {
      return;
    }
    try {
      execution.run(batchId, id);
    } catch (DatabaseUnavailableException e) {
      // The element is not to blame. The next run does it.
      over = true;
    } catch (RuntimeException e) {
      hasFailed(id, causeOf(e));
    }
  }

  /** The run has ended, whatever for. */
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
      // The others need not wait for this one, which is tried again by the next run.
      LOG.log(
          Level.WARNING,
          e,
          () -> "Cannot write down that '%s' of batch '%s' failed".formatted(id, batchId));
    }
  }

  // What the engine refuses says why; anything else might tell of tables and classes.
  private String message(String id, Throwable failure) {
    if (failure instanceof ProcessEngineException && failure.getMessage() != null) {
      String message = failure.getMessage().replace("\0", "");
      return message.substring(0, Math.min(MAX_MESSAGE_LENGTH, message.length()));
    }
    LOG.log(Level.WARNING, failure, () -> "'%s' of batch '%s' has failed".formatted(id, batchId));
    return "The engine failed: its log says why, where it speaks of '%s'".formatted(id);
  }
}
