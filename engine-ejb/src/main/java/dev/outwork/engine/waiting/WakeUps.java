package dev.outwork.engine.waiting;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Topics that may have work, and one thread at a time that sees to them. */
final class WakeUps {
  private final Executor executor;
  private final Consumer<Set<String>> serve;
  private final Set<String> woken = new HashSet<>();
  private final AtomicBoolean serving = new AtomicBoolean();

  /**
   * @param serve gets a set of its own
   */
  WakeUps(Executor executor, Consumer<Set<String>> serve) {
    this.executor = executor;
    this.serve = serve;
  }

  void wake(Set<String> topics) {
    if (topics.isEmpty()) {
      return;
    }
    synchronized (woken) {
      woken.addAll(topics);
    }
    if (serving.compareAndSet(false, true)) {
      start();
    }
  }

  private void start() {
    boolean started = false;
    try {
      executor.execute(this::run);
      started = true;
    } finally {
      if (!started) {
        serving.set(false);
      }
    }
  }

  private void run() {
    try {
      for (Set<String> topics = take(); !topics.isEmpty(); topics = take()) {
        serve.accept(topics);
      }
    } finally {
      serving.set(false);
    }
    boolean more;
    synchronized (woken) {
      more = !woken.isEmpty();
    }
    if (more && serving.compareAndSet(false, true)) {
      start();
    }
  }

  private Set<String> take() {
    synchronized (woken) {
      Set<String> topics = new HashSet<>(woken);
      woken.clear();
      return topics;
    }
  }
}
