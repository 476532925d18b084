package dev.outwork.engine.batch;

import dev.outwork.engine.database.Settings;
import dev.outwork.engine.database.TellsOutages;
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

  @Inject private BatchStore batches;
  @Inject private BatchLeaseStore leases;
  @Inject private ElementStore elements;
  @Inject private Instance<BatchHandler> handlers;
  @Inject private Clock clock;

  /** Batches that wait for a run, the oldest first. */
  public List<FreeBatch> free(int most) {
    return leases.free(clock.instant(), most);
  }

  /** Takes a batch for a run; false if another one was faster. */
  public boolean claim(FreeBatch batch, String runId) {
    Instant now = clock.instant();
    boolean isClaimed = leases.claim(batch.id(), runId, now, now.plus(Settings.batchLease()));
    if (isClaimed && batch.claimedBy() != null) {
      LOG.info(
          () ->
              "Run '%s' goes on with batch '%s', which run '%s' has left"
                  .formatted(runId, batch.id(), batch.claimedBy()));
    }
    return isClaimed;
  }

  /** Keeps a batch for its run; false if the run is to end. */
  public boolean renew(String batchId, String runId) {
    return leases.renew(batchId, runId, clock.instant().plus(Settings.batchLease()));
  }

  /** The elements to be done after this one, in the order of the batch. */
  public List<String> next(String batchId, String after, int most) {
    return elements.next(batchId, after, most);
  }

  /** Does one element, unless that is done or somebody else is at it. */
  public void run(String batchId, String id) {
    Optional<String> elementId = elements.holdIfFree(id);
    Optional<BatchStore.Task> task = elementId.flatMap(found -> batches.task(batchId));
    if (task.isEmpty()) {
      return;
    }
    // First, so that what the handler locks is locked last and for the shortest time.
    elements.delete(id);
    handler(task.get().type()).run(elementId.get(), configuration(task.get()));
  }

  /** Writes down that an element has failed; what was done for it was rolled back. */
  public void failed(String id, String message) {
    if (elements.holdIfFree(id).isPresent()) {
      elements.fail(id, message, clock.instant());
    }
  }

  /**
   * A run has found nothing more to do. Ends the batch if all is done, else leaves it to others.
   */
  public void leave(String batchId, String runId) {
    if (leases.endIfDone(batchId, clock.instant())) {
      LOG.info(() -> "Batch '%s' has ended: all of its elements are done".formatted(batchId));
      return;
    }
    leases.release(batchId, runId);
    elements.counts(List.of(batchId)).stream()
        .filter(counts -> counts.failed() > 0)
        .forEach(
            counts ->
                LOG.warning(
                    () ->
                        "Batch '%s' has %d elements that failed and %d that wait"
                            .formatted(
                                batchId, counts.failed(), counts.remaining() - counts.failed())));
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
