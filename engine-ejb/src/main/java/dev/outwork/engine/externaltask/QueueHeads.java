package dev.outwork.engine.externaltask;

import static java.util.Comparator.naturalOrder;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.Topic;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The heads of topic queues, as far as this node knows them.
 *
 * <p>Claimed tasks leave dead entries in the indexes until PostgreSQL vacuums them; as long as an
 * older transaction is open, it cannot. They are at the head of the queue, so a claim that looks
 * for the oldest task scans all of them. A claim that starts where the last one ended does not.
 *
 * <p>Such a claim may miss a task that was put back: after a failure, or because its lock expired.
 * If this node puts one back, it forgets the head. For tasks that other nodes put back, and for a
 * task that is older than the head but was committed later, it scans everything as often as a
 * twentieth of its time allows, and at least every second, which is how often locks are reclaimed.
 */
@ApplicationScoped
public class QueueHeads {
  private static final int MOST_TOPICS = 10_000;

  // A task becomes visible when the transaction commits that created it.
  private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(10);
  private static final Duration LONGEST_TRUST = Duration.ofSeconds(1);
  private static final int PART_OF_WHOLE_LOOKS = 20;

  private final Map<Queue, Known> known = new ConcurrentHashMap<>();
  private final AtomicLong stamp = new AtomicLong();

  private record Queue(String topic, boolean byPriority) {}

  /** A head, and the time of the last full scan. */
  private record Known(QueueHead head, Instant lookedAt, Duration trust) {
    Known with(QueueHead next) {
      return new Known(next, lookedAt, trust);
    }

    boolean isTrustedAt(Instant now) {
      return Duration.between(lookedAt, now).abs().compareTo(trust) < 0;
    }
  }

  /** The heads of a request's topics; empty if it has to scan everything. */
  Map<String, QueueHead> of(FetchAndLock request, Instant now) {
    Map<String, QueueHead> heads = new HashMap<>();
    for (Topic topic : request.topics()) {
      Known last = known.get(queue(topic, request));
      if (last == null || !last.isTrustedAt(now) || !begins(request, topic)) {
        return Map.of();
      }
      heads.put(topic.topicName(), last.head());
    }
    return heads;
  }

  /** Changes whenever a head is forgotten. */
  long stamp() {
    return stamp.get();
  }

  void hasLooked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Look look) {
    if (look.stamp() != stamp.get()) {
      return;
    }
    if (known.size() > MOST_TOPICS) {
      known.clear();
    }
    for (Topic topic : look.request().topics()) {
      if (begins(look.request(), topic)) {
        learn(topic, look);
      }
    }
  }

  private void learn(Topic topic, Look look) {
    known.compute(queue(topic, look.request()), (queue, before) -> learned(topic, look, before));
  }

  private static Known learned(Topic topic, Look look, Known before) {
    QueueHead head =
        look.headAfter(
            topic.topicName(),
            look.at().minus(LONGEST_TRANSACTION),
            before == null ? null : before.head());
    if (head == null) {
      return null;
    }
    if (look.isWhole()) {
      return new Known(head, look.at(), trust(look, topic));
    }
    return before == null ? null : before.with(head);
  }

  void workWillBeAvailable(@Observes WorkAvailable work) {
    if (!work.isNew()) {
      forget(work.topics());
    }
  }

  // Other nodes may know by now; forgets before any waiting worker is woken.
  void workIsAvailable(
      @Observes(during = TransactionPhase.AFTER_SUCCESS)
          @Priority(Interceptor.Priority.LIBRARY_BEFORE)
          WorkAvailable work) {
    workWillBeAvailable(work);
  }

  /** A worker has set the expiration of a lock, which may precede the next full scan. */
  void lockEnds(String topic, Instant end, Instant now) {
    if (topic != null && end.isBefore(now.plus(LONGEST_TRUST))) {
      forget(Set.of(topic));
    }
  }

  private void forget(Collection<String> topics) {
    stamp.incrementAndGet();
    for (String topic : topics) {
      known.remove(new Queue(topic, true));
      known.remove(new Queue(topic, false));
    }
  }

  // Locks that it has set may be the next to expire.
  private static Duration trust(Look look, Topic topic) {
    Duration share = Duration.ofNanos(look.nanos()).multipliedBy(PART_OF_WHOLE_LOOKS);
    return Stream.of(share, LONGEST_TRUST, topic.lockDuration()).min(naturalOrder()).get();
  }

  /** Whether the claim takes the tasks of a topic from the head of its queue. */
  private static boolean begins(FetchAndLock request, Topic topic) {
    return topic.takesAnyTask() && request.createTimeOrder() != CreateTimeOrder.DESCENDING;
  }

  private static Queue queue(Topic topic, FetchAndLock request) {
    return new Queue(topic.topicName(), request.usePriority());
  }
}
