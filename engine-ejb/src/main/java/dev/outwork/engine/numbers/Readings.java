package dev.outwork.engine.numbers;

import dev.outwork.api.numbers.TopicMinute;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.numbers.NumbersStore.MinuteOfTopic;
import dev.outwork.engine.tally.WorkerSightings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What is read of the database for all who ask. */
@Collaborator
@Dependent
public class Readings {
  static final Duration HISTORY = Duration.ofMinutes(60);

  // A page that asks every five seconds is told something new each time.
  private static final Duration FRESH = Duration.ofSeconds(4);
  private static final Duration HISTORY_IS_FRESH = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final NumbersStore store;
  private final Clock clock;
  private final SharedReading<Reading> now;
  private final SharedReading<Map<String, Map<Instant, TopicMinute>>> history;

  @Inject
  Readings(NumbersStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.now = new SharedReading<>(this::read, clock, FRESH);
    this.history = new SharedReading<>(this::readHistory, clock, HISTORY_IS_FRESH);
  }

  Reading now() {
    return now.get();
  }

  /** The minutes of the last hour in which something happened, by topic and by their start. */
  Map<String, Map<Instant, TopicMinute>> history() {
    return history.get();
  }

  private Reading read() {
    Instant at = clock.instant();
    return new Reading(
        at,
        store.tasks(at),
        store.sightings(at.minus(WorkerSightings.REMEMBERED)),
        store.rates(at.minus(MINUTE)),
        store.alarms());
  }

  private Map<String, Map<Instant, TopicMinute>> readHistory() {
    return store.minutes(firstMinute(clock.instant())).stream()
        .collect(
            Collectors.groupingBy(
                MinuteOfTopic::topicName,
                Collectors.toMap(of -> of.minute().at(), MinuteOfTopic::minute)));
  }

  /** The start of the first of the last sixty minutes, of which one has not ended. */
  static Instant firstMinute(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES).minus(HISTORY).plus(MINUTE);
  }

  /** Sixty minutes from that on. */
  static List<Instant> minutes(Instant now) {
    Instant first = firstMinute(now);
    return LongStream.range(0, HISTORY.toMinutes())
        .mapToObj(i -> first.plus(MINUTE.multipliedBy(i)))
        .toList();
  }
}
