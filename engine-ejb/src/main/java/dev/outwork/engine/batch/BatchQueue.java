package dev.outwork.engine.batch;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.batch.Batch;
import dev.outwork.engine.database.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Batches as those features see them that have something to do with many elements. */
@ApplicationScoped
public class BatchQueue {
  private static final int MAX_ID_LENGTH = 64;

  private final BatchStore batches;
  private final ElementStore elements;
  private final Event<BatchesReady> ready;
  private final Clock clock;

  /** For the container's proxy. */
  protected BatchQueue() {
    this(null, null, null, null);
  }

  @Inject
  BatchQueue(BatchStore batches, ElementStore elements, Event<BatchesReady> ready, Clock clock) {
    this.batches = batches;
    this.elements = elements;
    this.ready = ready;
    this.clock = clock;
  }

  /**
   * Creates a batch that is begun as soon as this transaction is committed. Whether the elements
   * exist is seen when it is their turn.
   *
   * @param type of a {@link BatchHandler}
   * @param ids what the caller calls the ids, for refusals
   */
  public Batch create(
      String type, JsonObject configuration, String ids, Collection<String> elementIds) {
    check(ids, elementIds);
    List<String> distinct = List.copyOf(new LinkedHashSet<>(elementIds));
    Instant now = clock.instant();
    String id = Ids.next();
    batches.insert(id, new BatchStore.Task(type, configuration.toString()), distinct.size(), now);
    elements.insert(id, distinct);
    ready.fire(new BatchesReady());
    return new Batch(id, type, distinct.size(), false, now, null);
  }

  /** What is still to be done, or has failed, in the batches of a type that have not ended. */
  public Set<String> open(String type) {
    return elements.ofType(type);
  }

  /**
   * Deletes the batches of a type that have ended until then; for types that come by themselves.
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
            "%s contains an id of %d characters: no id has more than %d"
                .formatted(ids, id.length(), MAX_ID_LENGTH));
      }
    }
  }
}
