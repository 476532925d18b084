package dev.outwork.engine.waiting;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A request that waits, and the promise of its answer. */
final class Waiter {
  private final FetchAndLock request;
  private final Set<String> topics;
  private final CompletableFuture<List<LockedExternalTask>> answer = new CompletableFuture<>();

  Waiter(FetchAndLock request) {
    this.request = request;
    this.topics = request.topics().stream().map(Topic::topicName).collect(Collectors.toSet());
  }

  FetchAndLock request() {
    return request;
  }

  CompletableFuture<List<LockedExternalTask>> answer() {
    return answer;
  }

  boolean isAnswered() {
    return answer.isDone();
  }

  Set<String> topics() {
    return topics;
  }

  boolean waitsForAnyOf(Collection<String> names) {
    return names.stream().anyMatch(topics::contains);
  }

  /** The topics of which it takes every task: if it gets none, they have none. */
  Set<String> unfilteredTopics() {
    if (request.maxTasks() == 0) {
      return Set.of();
    }
    return request.topics().stream()
        .filter(Waiter::takesAnything)
        .map(Topic::topicName)
        .collect(Collectors.toSet());
  }

  private static boolean takesAnything(Topic topic) {
    return topic.equals(
        new Topic(
            topic.topicName(),
            topic.lockDuration(),
            topic.variables(),
            topic.localVariables(),
            topic.includeExtensionProperties(),
            null,
            List.of(),
            List.of(),
            null,
            Map.of(),
            List.of(),
            false));
  }
}
