package dev.outwork.engine.numbers;

import dev.outwork.api.Texts;
import dev.outwork.api.numbers.TopicNumbers;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Notices that tasks of a topic wait and nobody asks for them. All nodes see the same, and the one
 * that is first to raise an alarm, or to end it, logs that.
 */
@Collaborator
@Dependent
public class Alarms {
  private static final Logger LOG = Logger.getLogger(Alarms.class.getName());

  private final NumbersStore store;
  private final Instant startedAt;

  @Inject
  Alarms(NumbersStore store, Clock clock) {
    this.store = store;
    this.startedAt = clock.instant();
  }

  /**
   * @param seenHere what this node has seen of workers, written or not
   */
  void check(Reading reading, Collection<SightingRow> seenHere, Instant now) {
    Duration tolerated = Settings.nobodyPolls();
    Map<String, Instant> polled = lastPolls(reading, seenHere);
    for (TopicNumbers topic : reading.topics().values()) {
      Instant last = polled.getOrDefault(topic.topicName(), Instant.MIN);
      if (topic.nobodyPollsSince() != null) {
        endIfOver(topic, last);
      } else if (topic.waiting() > 0) {
        raiseIfDue(topic, last, now.minus(tolerated));
      }
    }
  }

  private void raiseIfDue(TopicNumbers topic, Instant lastPoll, Instant due) {
    // While no node ran, nobody could ask.
    if (startedAt.isAfter(due) || topic.oldestWaiting().isAfter(due) || lastPoll.isAfter(due)) {
      return;
    }
    Instant since = Stream.of(topic.oldestWaiting(), lastPoll).max(Instant::compareTo).get();
    if (store.raise(topic.topicName(), since)) {
      LOG.warning(
          () ->
              "Nobody polls topic '%s' although %d tasks wait, since %s"
                  .formatted(Texts.inOneLine(topic.topicName()), topic.waiting(), since));
    }
  }

  private void endIfOver(TopicNumbers topic, Instant lastPoll) {
    boolean isPolled = lastPoll.isAfter(topic.nobodyPollsSince());
    if ((isPolled || topic.waiting() == 0) && store.endAlarm(topic.topicName())) {
      LOG.info(
          () ->
              isPolled
                  ? "Topic '%s' is polled again".formatted(Texts.inOneLine(topic.topicName()))
                  : "No task of topic '%s' waits any more"
                      .formatted(Texts.inOneLine(topic.topicName())));
    }
  }

  private static Map<String, Instant> lastPolls(Reading reading, Collection<SightingRow> seenHere) {
    Map<String, Instant> last = new HashMap<>();
    Stream.of(reading.sightings(), seenHere)
        .flatMap(Collection::stream)
        .filter(row -> row.sighting().polledAt() != null)
        .forEach(
            row ->
                last.merge(
                    row.topicName(),
                    row.sighting().polledAt(),
                    (one, other) -> one.isAfter(other) ? one : other));
    return last;
  }
}
