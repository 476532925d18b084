package dev.outwork.engine.numbers;

import dev.outwork.engine.database.Settings;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.numbers.TaskGroup.Situation;
import dev.outwork.engine.tally.NodeName;
import dev.outwork.engine.tally.Sighting;
import dev.outwork.engine.tally.Sighting.Place;
import dev.outwork.engine.tally.TaskCounts;
import dev.outwork.engine.tally.TopicCount.Sum;
import dev.outwork.engine.tally.WorkerSightings;
import dev.outwork.engine.waiting.Room;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Writes what this node has counted and seen, as far as it has changed. */
@Collaborator
@Dependent
public class Telling {
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);
  private static final int PART_OF_ALARM = 3;

  private final NumbersStore store;
  private final TaskCounts counts;
  private final WorkerSightings workers;
  private final Room room;
  private final Event<Told> committing;
  private final String node = NodeName.unique();
  private final Map<String, Sum> toldCounts = new ConcurrentHashMap<>();
  private final Map<Place, SightingRow> toldSightings = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> sampled = new AtomicReference<>(Instant.EPOCH);

  /**
   * What the transaction has written; remembered once it has committed.
   *
   * @param sightings all that are known, written or not
   * @param written the places of those that were written
   */
  record Told(
      Instant minute,
      Map<String, Sum> counts,
      Map<Place, SightingRow> sightings,
      Set<Place> written) {}

  @Inject
  Telling(
      NumbersStore store,
      TaskCounts counts,
      WorkerSightings workers,
      Room room,
      Event<Told> committing) {
    this.store = store;
    this.counts = counts;
    this.workers = workers;
    this.room = room;
    this.committing = committing;
  }

  /** Writes what has changed. Returns what this node has seen of workers. */
  List<SightingRow> tell(Reading reading, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Map<String, Sum> sums = counts.byTopic();
    Map<Place, SightingRow> seen = seen(now);
    tellCounts(sums, minute.equals(sampled.get()) ? Map.of() : waiting(reading), now);
    Set<Place> written = tellSightings(seen);
    if (!minute.equals(sampled.get())) {
      store.forget(now.minus(WorkerSightings.REMEMBERED));
    }
    committing.fire(new Told(minute, sums, seen, written));
    return List.copyOf(seen.values());
  }

  void hasTold(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told told) {
    sampled.set(told.minute());
    toldCounts.putAll(told.counts());
    toldSightings.keySet().retainAll(told.sightings().keySet());
    told.written().forEach(place -> toldSightings.put(place, told.sightings().get(place)));
  }

  private void tellCounts(Map<String, Sum> sums, Map<String, Long> waiting, Instant now) {
    Set<String> topics = new TreeSet<>(sums.keySet());
    topics.addAll(waiting.keySet());
    topics.remove(TaskCounts.OTHER_TOPICS);
    store.append(
        topics.stream()
            .map(
                topic ->
                    IntervalRow.between(
                        toldCounts.getOrDefault(topic, Sum.NONE),
                        sums.getOrDefault(topic, Sum.NONE),
                        node,
                        topic,
                        now,
                        waiting.get(topic)))
            .filter(IntervalRow::saysSomething)
            .toList());
  }

  private static Map<String, Long> waiting(Reading reading) {
    return reading.tasks().stream()
        .filter(group -> group.situation() == Situation.WAITING)
        .collect(
            Collectors.groupingBy(TaskGroup::topicName, Collectors.summingLong(TaskGroup::tasks)));
  }

  private Map<Place, SightingRow> seen(Instant now) {
    workers.forgetOld();
    Map<Place, Integer> waits = room.waitingRequests();
    Map<Place, SightingRow> seen = new HashMap<>();
    Map<Place, Sighting> known = new HashMap<>(workers.known());
    waits.keySet().forEach(place -> known.merge(place, Sighting.NONE, (one, none) -> one));
    known.forEach(
        (place, sighting) -> {
          int waiting = waits.getOrDefault(place, 0);
          seen.put(
              place,
              new SightingRow(
                  node, place, waiting > 0 ? sighting.waitsAt(now) : sighting, waiting));
        });
    return seen;
  }

  /** Returns the places of which rows were written. */
  private Set<Place> tellSightings(Map<Place, SightingRow> seen) {
    if (workers.hasForgotten()) {
      store.replaceAll(node, seen.values());
      return seen.keySet();
    }
    Duration seenAgain = seenAgain();
    Set<String> changed = new HashSet<>();
    seen.forEach(
        (place, row) -> {
          if (row.isNewsAfter(toldSightings.get(place), seenAgain)) {
            changed.add(place.workerId());
          }
        });
    List<SightingRow> rows = new ArrayList<>();
    seen.values().stream().filter(row -> changed.contains(row.workerId())).forEach(rows::add);
    if (!rows.isEmpty()) {
      store.replace(node, changed, rows);
    }
    return rows.stream().map(SightingRow::place).collect(Collectors.toSet());
  }

  private static Duration seenAgain() {
    Duration part = Settings.nobodyPolls().dividedBy(PART_OF_ALARM);
    return part.compareTo(AT_LEAST_EVERY) < 0 ? part : AT_LEAST_EVERY;
  }
}
