package dev.outwork.engine.numbers;

import dev.outwork.api.numbers.TopicAlarm;
import dev.outwork.api.numbers.TopicNumbers;
import dev.outwork.api.numbers.WorkerNumbers;
import dev.outwork.engine.numbers.NumbersStore.RaisedAlarm;
import dev.outwork.engine.numbers.NumbersStore.Rate;
import dev.outwork.engine.numbers.TaskGroup.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read at one time, and what it says of topics and workers: computed once, because many
 * ask. Immutable.
 */
final class Reading {
  private static final Duration WORKS_ON_IT = Duration.ofMinutes(5);
  private static final Rate NOTHING = new Rate("", 0, 0, 0, 0);

  private final Instant at;
  private final List<TaskGroup> tasks;
  private final List<SightingRow> sightings;
  private final List<Rate> rates;
  private final List<RaisedAlarm> raised;
  private final SortedMap<String, TopicNumbers> topics;
  private final SortedMap<String, WorkerNumbers> workers;
  private final List<TopicAlarm> alarms;

  Reading(
      Instant at,
      List<TaskGroup> tasks,
      List<SightingRow> sightings,
      List<Rate> rates,
      List<RaisedAlarm> raised) {
    this.at = at;
    this.tasks = List.copyOf(tasks);
    this.sightings = List.copyOf(sightings);
    this.rates = List.copyOf(rates);
    this.raised = List.copyOf(raised);
    this.topics = Collections.unmodifiableSortedMap(allTopics());
    this.workers = Collections.unmodifiableSortedMap(allWorkers());
    this.alarms = allAlarms();
  }

  List<TaskGroup> tasks() {
    return tasks;
  }

  List<SightingRow> sightings() {
    return sightings;
  }

  /** The same of some topics alone; workers have what they do for these. */
  Reading of(Predicate<String> topics) {
    return new Reading(
        at,
        only(tasks, TaskGroup::topicName, topics),
        only(sightings, SightingRow::topicName, topics),
        only(rates, Rate::topicName, topics),
        only(raised, RaisedAlarm::topicName, topics));
  }

  private static <T> List<T> only(
      List<T> all, Function<T, String> topic, Predicate<String> topics) {
    return all.stream().filter(one -> topics.test(topic.apply(one))).toList();
  }

  SortedMap<String, TopicNumbers> topics() {
    return topics;
  }

  SortedMap<String, WorkerNumbers> workers() {
    return workers;
  }

  List<TopicAlarm> alarms() {
    return alarms;
  }

  private SortedMap<String, TopicNumbers> allTopics() {
    Map<String, List<TaskGroup>> tasksOf = by(tasks, TaskGroup::topicName);
    Map<String, List<SightingRow>> sightingsOf = by(sightings, SightingRow::topicName);
    Map<String, List<Rate>> ratesOf = by(rates, Rate::topicName);
    Map<String, List<RaisedAlarm>> raisedOf = by(raised, RaisedAlarm::topicName);
    return Stream.of(tasksOf, sightingsOf, ratesOf, raisedOf)
        .flatMap(map -> map.keySet().stream())
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                name ->
                    topic(
                        name,
                        tasksOf.getOrDefault(name, List.of()),
                        sightingsOf.getOrDefault(name, List.of()),
                        ratesOf.getOrDefault(name, List.of()).stream().findAny().orElse(NOTHING),
                        raisedOf.getOrDefault(name, List.of())),
                (one, same) -> one,
                TreeMap::new));
  }

  private TopicNumbers topic(
      String name,
      List<TaskGroup> groups,
      List<SightingRow> seen,
      Rate rate,
      List<RaisedAlarm> alarm) {
    return new TopicNumbers(
        name,
        number(groups, Situation.WAITING),
        number(groups, Situation.LOCKED),
        number(groups, Situation.EXHAUSTED),
        number(groups, Situation.SUSPENDED),
        groups.stream()
            .map(TaskGroup::oldest)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        seen.stream().mapToInt(row -> row.waitingAt(at)).sum(),
        (int)
            seen.stream()
                .filter(row -> row.hasPolledSince(at.minus(WORKS_ON_IT)))
                .map(SightingRow::workerId)
                .distinct()
                .count(),
        rate.created(),
        rate.completed(),
        rate.failed(),
        rate.lockExpired(),
        alarm.stream().map(RaisedAlarm::since).findAny().orElse(null));
  }

  private static long number(List<TaskGroup> groups, Situation situation) {
    return groups.stream()
        .filter(group -> group.situation() == situation)
        .mapToLong(TaskGroup::tasks)
        .sum();
  }

  private SortedMap<String, WorkerNumbers> allWorkers() {
    Map<String, Long> inHand =
        tasks.stream()
            .filter(group -> group.workerId() != null)
            .collect(
                Collectors.groupingBy(
                    TaskGroup::workerId, Collectors.summingLong(TaskGroup::tasks)));
    SortedMap<String, WorkerNumbers> workers = new TreeMap<>();
    by(sightings, SightingRow::workerId)
        .forEach(
            (id, rows) ->
                worker(id, rows, inHand.getOrDefault(id, 0L))
                    .ifPresent(worker -> workers.put(id, worker)));
    return workers;
  }

  private Optional<WorkerNumbers> worker(String id, List<SightingRow> rows, long inHand) {
    return rows.stream()
        .filter(row -> row.lastSeen().isPresent())
        .max(Comparator.comparing(row -> row.lastSeen().orElseThrow()))
        .map(
            last ->
                new WorkerNumbers(
                    id,
                    List.copyOf(
                        rows.stream()
                            .map(SightingRow::topicName)
                            .collect(Collectors.toCollection(TreeSet::new))),
                    last.sighting().sender().address(),
                    last.sighting().sender().userAgent(),
                    last.node(),
                    last.lastSeen().orElseThrow(),
                    rows.stream().anyMatch(row -> row.waitingAt(at) > 0),
                    inHand,
                    rows.stream().mapToLong(row -> row.sighting().completed()).sum(),
                    rows.stream().mapToLong(row -> row.sighting().failed()).sum(),
                    rows.stream().mapToLong(row -> row.sighting().lostLocks()).sum()));
  }

  private List<TopicAlarm> allAlarms() {
    return raised.stream()
        .map(
            alarm ->
                new TopicAlarm(
                    alarm.topicName(), alarm.since(), topics.get(alarm.topicName()).waiting()))
        .sorted(Comparator.comparing(TopicAlarm::topicName))
        .toList();
  }

  private static <T> Map<String, List<T>> by(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.groupingBy(key));
  }
}
