package dev.outwork.engine.waiting;

import dev.outwork.engine.concurrent.OneAtATime;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Topics that may have work, and one thread at a time that handles them. */
final class WakeUps {
  private final Consumer<Set<String>> serve;
  private final Set<String> woken = new HashSet<>();
  private final OneAtATime service;

  /**
   * @param serve gets a set of its own
   */
  WakeUps(Executor executor, Consumer<Set<String>> serve) {
    this.serve = serve;
    this.service = new OneAtATime(executor, this::serveThoseWoken);
  }

  void wake(Set<String> topics) {
    if (topics.isEmpty()) {
      return;
    }
    synchronized (woken) {
      woken.addAll(topics);
    }
    service.run();
  }

  private void serveThoseWoken() {
    Set<String> topics;
    synchronized (woken) {
      topics = new HashSet<>(woken);
      woken.clear();
    }
    if (!topics.isEmpty()) {
      serve.accept(topics);
    }
  }
}
