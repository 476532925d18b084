package dev.outwork.engine.tally;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.tally.Sighting.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The workers that this node has seen: nobody registers, each is known by what it does. */
@ApplicationScoped
public class WorkerSightings {
  /** How long a worker is remembered. */
  public static final Duration REMEMBERED = Duration.ofHours(1);

  // A worker may call itself differently each time.
  private static final int MOST = 1_000;
  private static final int FORGOTTEN_AT_ONCE = 100;

  @Inject private Clock clock;

  private final Map<Place, Sighting> known = new ConcurrentHashMap<>();
  private final AtomicBoolean hasForgotten = new AtomicBoolean();

  /** A worker asks for tasks. */
  public void polled(FetchAndLock request) {
    Instant now = clock.instant();
    for (Topic topic : request.topics()) {
      known.compute(
          new Place(request.workerId(), topic.topicName()),
          (place, before) -> Sighting.orNone(before).polled(request.sender(), now));
    }
    if (known.size() > MOST) {
      forgetSome();
    }
  }

  void reported(TasksHappened happened) {
    Instant now = clock.instant();
    for (TasksHappened.Task task : happened.tasks()) {
      if (task.workerId() != null && task.topicName() != null) {
        note(happened.what(), new Place(task.workerId(), task.topicName()), now);
      }
    }
  }

  private void note(TaskEvent what, Place place, Instant now) {
    known.compute(
        place,
        (any, before) ->
            switch (what) {
              case COMPLETED, BPMN_ERROR -> Sighting.orNone(before).completedOne(now);
              case FAILED, EXHAUSTED -> Sighting.orNone(before).failedOne(now);
              case LOCK_EXPIRED -> Sighting.orNone(before).lostOne(now);
              case CREATED, FETCHED -> before;
            });
  }

  /** All who are remembered. */
  public Map<Place, Sighting> known() {
    return Map.copyOf(known);
  }

  /** Forgets who was not seen for long. */
  public void forgetOld() {
    Instant horizon = clock.instant().minus(REMEMBERED);
    known.values().removeIf(sighting -> sighting.notedAt().isBefore(horizon));
  }

  /** Whether workers were forgotten, because there are too many, since this was last asked. */
  public boolean hasForgotten() {
    return hasForgotten.getAndSet(false);
  }

  private void forgetSome() {
    hasForgotten.set(true);
    known.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(Sighting::notedAt)))
        .limit(FORGOTTEN_AT_ONCE)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(known::remove);
  }
}
