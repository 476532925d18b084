package dev.outwork.engine.batch;

import dev.outwork.engine.database.Settings;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * The transactions of a run. All are new ones: the transaction of a chunk belongs to the server's
 * job repository, and not every server lets a second database take part in it.
 */
@Stateless
@TellsOutages
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchExecution {
  private static final Logger LOG = Logger.getLogger(BatchExecution.class.getName());

  @Inject private Grants grants;
  @Inject private BatchStore batches;
  @Inject private BatchLeaseStore leases;
  @Inject private ElementStore elements;
  @Inject private Instance<BatchHandler> handlers;
  @Inject private Clock clock;

  /** Batches that wait for a run, the oldest first. */
  public List<FreeBatch> free(int most) {
    return leases.free(clock.instant(), most);
  }

  /** Acquires a batch for a run; false if another run was faster. */
  public boolean claim(FreeBatch batch, String runId) {
    Instant now = clock.instant();
    boolean isClaimed = leases.claim(batch.id(), runId, now, now.plus(Settings.batchLease()));
    if (isClaimed && batch.claimedBy() != null) {
      LOG.info(
          () ->
              "Run '%s' continues batch '%s' of the lost run '%s'"
                  .formatted(runId, batch.id(), batch.claimedBy()));
    }
    return isClaimed;
  }

  /** Extends the lease of a run on its batch; false if the run must end. */
  public boolean renew(String batchId, String runId) {
    return leases.renew(batchId, runId, clock.instant().plus(Settings.batchLease()));
  }

  /** The unprocessed elements after this one, in the order of the batch. */
  public List<String> next(String batchId, String after, int most) {
    return elements.next(batchId, after, most);
  }

  /** Processes one element, unless it is processed already or another run has locked it. */
  public void run(String batchId, String id) {
    Optional<String> elementId = elements.holdIfFree(id);
    Optional<BatchStore.Task> task = elementId.flatMap(found -> batches.task(batchId));
    if (task.isEmpty()) {
      return;
    }
    // The row of the element is deleted first, so that the handler's locks are acquired last and
    // held shortest.
    elements.delete(id);
    handler(task.get().type()).run(elementId.get(), configuration(task.get()), rights(task.get()));
  }

  /** Records the failure of an element, after the rollback of its processing. */
  public void failed(String id, String message) {
    if (elements.holdIfFree(id).isPresent()) {
      elements.fail(id, message, clock.instant());
    }
  }

  /**
   * Called when a run finds no more elements. Ends the batch if all are processed; otherwise
   * releases it.
   */
  public void leave(String batchId, String runId) {
    if (leases.endIfDone(batchId, clock.instant())) {
      LOG.info(() -> "Batch '%s' has completed".formatted(batchId));
      return;
    }
    leases.release(batchId, runId);
    elements.counts(List.of(batchId)).stream()
        .filter(counts -> counts.failed() > 0)
        .forEach(
            counts ->
                LOG.warning(
                    () ->
                        "Batch '%s' has %d failed and %d waiting elements"
                            .formatted(
                                batchId, counts.failed(), counts.remaining() - counts.failed())));
  }

  // What nobody in particular has created was permitted when it was created.
  private Rights rights(BatchStore.Task task) {
    return task.creator()
        .map(creator -> grants.of(creator.name(), creator.groups()))
        .orElse(Rights.ALL);
  }

  private BatchHandler handler(String type) {
    return handlers.stream().filter(one -> one.type().equals(type)).findFirst().orElseThrow();
  }

  private static JsonObject configuration(BatchStore.Task task) {
    try (JsonReader reader = Json.createReader(new StringReader(task.configuration()))) {
      return reader.readObject();
    }
  }
}
