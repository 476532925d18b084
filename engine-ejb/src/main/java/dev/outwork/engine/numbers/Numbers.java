package dev.outwork.engine.numbers;

import dev.outwork.api.numbers.NumbersService;
import dev.outwork.api.numbers.TopicAlarm;
import dev.outwork.api.numbers.TopicCounts;
import dev.outwork.api.numbers.TopicMinute;
import dev.outwork.api.numbers.TopicNumbers;
import dev.outwork.api.numbers.WorkerNumbers;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.MetricRights;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.tally.TaskCounts;
import dev.outwork.engine.tally.TaskEvent;
import dev.outwork.engine.tally.TopicCount.Sum;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The boundary of topics and workers in numbers. It reads outside of the caller's transaction: what
 * it finds is shared with others.
 */
@Stateless
@TellsOutages
@Local(NumbersService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Numbers implements NumbersService {
  @Inject private Grants grants;
  @Inject private Readings readings;
  @Inject private TaskCounts counts;
  @Inject private Clock clock;

  @Override
  public List<TopicNumbers> topics() {
    return List.copyOf(reading().topics().values());
  }

  @Override
  public Optional<TopicNumbers> topic(String name) {
    return Optional.ofNullable(reading().topics().get(name));
  }

  @Override
  public List<TopicMinute> history(String topicName) {
    Map<Instant, TopicMinute> known =
        MetricRights.showTopic(grants.ofCaller(), topicName)
            ? readings.history().getOrDefault(topicName, Map.of())
            : Map.of();
    List<Instant> minutes = Readings.minutes(clock.instant());
    Instant now = minutes.get(minutes.size() - 1);
    return minutes.stream()
        .map(at -> known.getOrDefault(at, new TopicMinute(at, 0, 0, 0, 0)))
        .map(minute -> minute.at().equals(now) ? withWhatWaits(topicName, minute) : minute)
        .toList();
  }

  // Until a node has written down what waits in a minute, nothing would seem to.
  private TopicMinute withWhatWaits(String topicName, TopicMinute minute) {
    long waiting = topic(topicName).map(TopicNumbers::waiting).orElse(0L);
    return new TopicMinute(
        minute.at(),
        Math.max(minute.waiting(), waiting),
        minute.created(),
        minute.completed(),
        minute.failed());
  }

  @Override
  public List<TopicCounts> counts() {
    MetricRights.check(grants.ofCaller());
    return counts.byTopic().entrySet().stream()
        .map(count -> counts(count.getKey(), count.getValue()))
        .toList();
  }

  private static TopicCounts counts(String topicName, Sum sum) {
    return new TopicCounts(
        topicName,
        sum.of(TaskEvent.CREATED),
        sum.of(TaskEvent.FETCHED),
        sum.of(TaskEvent.COMPLETED),
        sum.of(TaskEvent.FAILED),
        sum.of(TaskEvent.EXHAUSTED),
        sum.of(TaskEvent.BPMN_ERROR),
        sum.of(TaskEvent.LOCK_EXPIRED),
        sum.firstFetches(),
        sum.waited(),
        sum.inHand());
  }

  @Override
  public List<WorkerNumbers> workers() {
    return List.copyOf(reading().workers().values());
  }

  @Override
  public Optional<WorkerNumbers> worker(String id) {
    return Optional.ofNullable(reading().workers().get(id));
  }

  @Override
  public List<TopicAlarm> alarms() {
    return reading().alarms();
  }

  /** What the caller may see of it. */
  private Reading reading() {
    Rights rights = grants.ofCaller();
    Reading all = readings.now();
    return rights.areAll() ? all : all.of(topic -> MetricRights.showTopic(rights, topic));
  }
}
