package dev.outwork.engine.waiting;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingCaller;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A waiting request, and the future of its answer. */
final class Waiter {
  // A direct connection fails at the second check. A proxy notices at its second check that its
  // client has disconnected, closes its own connection some time later, and only then a check
  // fails. Fewer checks, or shorter intervals, were not enough on a busy machine:
  // docs/operations.md.
  private static final int QUESTIONS_THROUGH_PROXY = 4;
  private static final Duration BEFORE_EACH = Duration.ofMillis(10);

  // A proxy sees that the connection is in use. The room determines every two seconds whom to
  // check; behind a proxy that is every waiter that was not checked just now.
  private static final Duration ASKED_EVERY = Duration.ofSeconds(10);
  private static final Duration JUST_NOW = Duration.ofSeconds(1);

  private final FetchAndLock request;
  private final WaitingCaller caller;
  private final Set<String> topics;
  private final Set<String> unfilteredTopics;
  private final CompletableFuture<List<LockedExternalTask>> answer = new CompletableFuture<>();
  private volatile boolean called;
  private volatile boolean served;
  private boolean reliesOnOthers;
  private long askedAt = System.nanoTime();

  Waiter(FetchAndLock request, WaitingCaller caller) {
    this.request = request;
    this.caller = caller;
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

  /** Tasks for it are on their way. */
  void serve() {
    served = true;
  }

  Set<String> topics() {
    return topics;
  }

  boolean waitsForAnyOf(Collection<String> names) {
    return !Collections.disjoint(names, topics);
  }

  /** One of its topics may have work that it has not looked for yet. */
  void call() {
    called = true;
  }

  /**
   * Whether it must look for tasks itself: unless, for each of its topics, a waiter without filters
   * is ahead of it, which has found nothing, or is about to be served.
   */
  boolean mustLook(Collection<Waiter> queue) {
    reliesOnOthers = isBehind(queue);
    return !reliesOnOthers;
  }

  /**
   * To be asked once it is in the queue: whether its topics must be served now, because work came
   * after it had looked, or because those on whom it relied were answered before it was in.
   */
  boolean mustBeServed(Collection<Waiter> queue) {
    return called || (reliesOnOthers && !isBehind(queue));
  }

  private boolean isBehind(Collection<Waiter> queue) {
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

  /** The topics without filters: if it gets no task of one, that topic is empty. */
  Set<String> unfilteredTopics() {
    return unfilteredTopics;
  }

  /** Whether it still waits; if not, it has given up its place. */
  synchronized boolean isThere() {
    if (!isAnswered() && !ask()) {
      answer.cancel(false);
    }
    return !isAnswered();
  }

  /**
   * Whether claimed tasks can be handed to it; if not, it has given up its place. A caller behind a
   * proxy is checked several times, which takes some milliseconds of this thread.
   */
  boolean canBeServed() {
    if (!caller.comesThroughProxy()) {
      return true;
    }
    boolean isThere = true;
    for (int i = 0; i < QUESTIONS_THROUGH_PROXY && isThere; i++) {
      pause();
      isThere = !answer.isDone() && ask();
    }
    if (!isThere) {
      answer.cancel(false);
    }
    return isThere;
  }

  private synchronized boolean ask() {
    askedAt = System.nanoTime();
    return caller.isThere();
  }

  private static void pause() {
    try {
      Thread.sleep(BEFORE_EACH.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean comesThroughProxy() {
    return caller.comesThroughProxy();
  }

  synchronized boolean isToBeAsked() {
    Duration every = comesThroughProxy() ? JUST_NOW : ASKED_EVERY;
    return System.nanoTime() - askedAt >= every.toNanos();
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
