package dev.outwork.engine.waiting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Topics that other nodes have to be told of, in the order in which they got work. */
final class PendingHints {
  private final Map<String, Long> topics = new HashMap<>();
  private long last;

  synchronized void add(Set<String> more) {
    last++;
    more.forEach(topic -> topics.put(topic, last));
  }

  /** The position of the last topic that was added. */
  synchronized long last() {
    return last;
  }

  /** The work that was added until then was fetched on this node. */
  synchronized void nothingLeft(Set<String> taken, long until) {
    taken.forEach(topic -> topics.computeIfPresent(topic, (t, at) -> at <= until ? null : at));
  }

  synchronized Set<String> take() {
    Set<String> taken = Set.copyOf(topics.keySet());
    topics.clear();
    return taken;
  }

  synchronized boolean isEmpty() {
    return topics.isEmpty();
  }
}
