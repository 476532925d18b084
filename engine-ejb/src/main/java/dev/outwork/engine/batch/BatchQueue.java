package dev.outwork.engine.batch;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.batch.Batch;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Creates batches for features with bulk operations. */
@Collaborator
@Dependent
public class BatchQueue {
  private static final int MAX_ID_LENGTH = 64;

  private final BatchStore batches;
  private final ElementStore elements;
  private final Event<BatchesReady> ready;
  private final Clock clock;

  @Inject
  BatchQueue(BatchStore batches, ElementStore elements, Event<BatchesReady> ready, Clock clock) {
    this.batches = batches;
    this.elements = elements;
    this.ready = ready;
    this.clock = clock;
  }

  /**
   * Creates a batch, which starts as soon as this transaction has committed. The existence of the
   * elements is checked when they are processed, and so is what the caller may do with each.
   *
   * @param type of a {@link BatchHandler}
   * @param ids name of the list of ids, for messages
   */
  public Batch create(
      String type, JsonObject configuration, String ids, Collection<String> elementIds) {
    check(ids, elementIds);
    List<String> distinct = List.copyOf(new LinkedHashSet<>(elementIds));
    Instant now = clock.instant();
    String id = Ids.next();
    BatchStore.Task task = new BatchStore.Task(type, configuration.toString(), Creator.caller());
    batches.insert(id, task, distinct.size(), now);
    elements.insert(id, distinct);
    ready.fire(new BatchesReady());
    String createdBy = task.creator().map(Creator::name).orElse(null);
    return new Batch(id, type, distinct.size(), false, createdBy, now, null);
  }

  /** The unprocessed or failed elements in unfinished batches of a type. */
  public Set<String> open(String type) {
    return elements.ofType(type);
  }

  /**
   * Deletes batches of a type that have ended until then; for types that the engine creates by
   * itself.
   */
  public void forgetEnded(String type, Instant endedUntil) {
    batches.deleteEnded(type, endedUntil);
  }

  private static void check(String ids, Collection<String> elementIds) {
    if (elementIds.isEmpty()) {
      throw new BadUserRequestException(ids + " is empty");
    }
    if (elementIds.size() > Batch.MOST_ELEMENTS) {
      throw new BadUserRequestException(
          "Cannot create a batch of %d elements: at most %d are allowed"
              .formatted(elementIds.size(), Batch.MOST_ELEMENTS));
    }
    for (String id : elementIds) {
      if (id == null) {
        throw new BadUserRequestException(ids + " contains null value");
      }
      if (id.length() > MAX_ID_LENGTH) {
        throw new BadUserRequestException(
            "%s contains an id of %d characters: at most %d are allowed"
                .formatted(ids, id.length(), MAX_ID_LENGTH));
      }
    }
  }
}
