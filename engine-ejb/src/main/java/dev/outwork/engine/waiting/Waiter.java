package dev.outwork.engine.waiting;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A request that waits, and the promise of its answer. */
final class Waiter {
  private final FetchAndLock request;
  private final BooleanSupplier isThere;
  private final Set<String> topics;
  private final Set<String> unfilteredTopics;
  private final CompletableFuture<List<LockedExternalTask>> answer = new CompletableFuture<>();
  private volatile boolean called;
  private volatile boolean served;
  private long askedAt = System.nanoTime();

  Waiter(FetchAndLock request, BooleanSupplier isThere) {
    this.request = request;
    this.isThere = isThere;
    this.topics = request.topics().stream().map(Topic::topicName).collect(Collectors.toSet());
    this.unfilteredTopics = unfilteredTopics(request);
  }

  FetchAndLock request() {
    return request;
  }

  CompletableFuture<List<LockedExternalTask>> answer() {
    return answer;
  }

  boolean isAnswered() {
    return served || answer.isDone();
  }

  /** There are tasks for it, which are on their way. */
  void serve() {
    served = true;
  }

  Set<String> topics() {
    return topics;
  }

  boolean waitsForAnyOf(Collection<String> names) {
    return !Collections.disjoint(names, topics);
  }

  /** There is work on one of its topics, perhaps, which it has not looked for yet. */
  void call() {
    called = true;
  }

  boolean isCalled() {
    return called;
  }

  /** Whether somebody waits, for each of its topics, who stands before it and takes anything. */
  boolean isBehind(Collection<Waiter> queue) {
    Set<String> left = new HashSet<>(topics);
    for (Waiter other : queue) {
      if (other == this || left.isEmpty()) {
        break;
      }
      if (!other.isAnswered()) {
        left.removeAll(other.unfilteredTopics);
      }
    }
    return left.isEmpty();
  }

  /** The topics of which it takes every task: if it gets none, they have none. */
  Set<String> unfilteredTopics() {
    return unfilteredTopics;
  }

  /** Whether it still waits; if not, it has given up its place. */
  synchronized boolean isThere() {
    askedAt = System.nanoTime();
    if (!isAnswered() && !isThere.getAsBoolean()) {
      answer.cancel(false);
    }
    return !isAnswered();
  }

  synchronized boolean wasAskedWithin(Duration length) {
    return System.nanoTime() - askedAt < length.toNanos();
  }

  private static Set<String> unfilteredTopics(FetchAndLock request) {
    if (request.maxTasks() == 0) {
      return Set.of();
    }
    return request.topics().stream()
        .filter(Topic::takesAnyTask)
        .map(Topic::topicName)
        .collect(Collectors.toSet());
  }
}
