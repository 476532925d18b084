package dev.outwork.engine.history;

import dev.outwork.api.batch.Batch;
import dev.outwork.engine.batch.BatchHandler;
import dev.outwork.engine.batch.BatchQueue;
import dev.outwork.engine.decision.DecisionInstanceStore;
import dev.outwork.engine.history.EndedInstances.DueTree;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.operation.OperationStore;
import dev.outwork.engine.right.Rights;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes history whose time to live has expired: a batch whose elements are root process
 * instances. No batch is created if there are none.
 */
@Collaborator
@Dependent
public class HistoryCleanup implements BatchHandler {
  // The next batch, which follows at once, deletes the remaining ones.
  private static final int AT_ONCE = 50_000;

  private static final Duration KEPT = Duration.ofDays(1);

  private final HistoryCleanupStore cleanups;
  private final BatchQueue batches;
  private final EndedInstances ended;
  private final DecisionInstanceStore decisions;
  private final OperationStore operations;
  private final Clock clock;

  @Inject
  HistoryCleanup(
      HistoryCleanupStore cleanups,
      BatchQueue batches,
      EndedInstances ended,
      DecisionInstanceStore decisions,
      OperationStore operations,
      Clock clock) {
    this.cleanups = cleanups;
    this.batches = batches;
    this.ended = ended;
    this.decisions = decisions;
    this.operations = operations;
    this.clock = clock;
  }

  /** Creates the batch if it is due, on the first node that asks. */
  void cleanUpIfDue(Duration interval) {
    Instant now = clock.instant();
    if (cleanups.take(now, now.plus(interval))) {
      create(now);
    }
  }

  /** Creates the batch now; empty if there is nothing to delete. */
  Optional<Batch> cleanUp() {
    cleanups.hold();
    return create(clock.instant());
  }

  private Optional<Batch> create(Instant now) {
    batches.forgetEnded(type(), now.minus(KEPT));
    decisions.deleteExpired(now);
    operations.deleteExpired(now);
    Set<String> alreadyOpen = batches.open(type());
    List<String> rootIds =
        ended.dueForRemoval(AT_ONCE + alreadyOpen.size()).stream()
            .map(DueTree::rootId)
            .filter(id -> !alreadyOpen.contains(id))
            .limit(AT_ONCE)
            .toList();
    if (rootIds.isEmpty()) {
      return Optional.empty();
    }
    if (rootIds.size() == AT_ONCE) {
      cleanups.setDue(now);
    }
    return Optional.of(
        batches.create(type(), Json.createObjectBuilder().build(), "rootIds", rootIds));
  }

  @Override
  public String type() {
    return Batch.TYPE_HISTORY_CLEANUP;
  }

  @Override
  public void run(String rootId, JsonObject configuration, Rights rights) {
    ended.deleteTree(rootId);
    operations.forget(rootId);
  }
}
