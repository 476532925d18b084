package dev.outwork.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.it.fault.LockJournal.Entry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Acknowledgements to callers, which must hold whatever happens later. */
final class Acknowledged {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final Queue<String> started = new ConcurrentLinkedQueue<>();
  private final Queue<Grant> granted = new ConcurrentLinkedQueue<>();
  private final Queue<Grant> completed = new ConcurrentLinkedQueue<>();

  /** A task that a worker was given, and for how long. */
  record Grant(String task, String worker, Instant until) {
    static Grant of(JsonNode task) {
      String until = task.path("lockExpirationTime").asText();
      return new Grant(
          task.path("id").asText(),
          task.path("workerId").asText(),
          OffsetDateTime.parse(until, DATE).toInstant());
    }
  }

  void isStarted(String instance) {
    started.add(instance);
  }

  void isGranted(Grant grant) {
    granted.add(grant);
  }

  void isCompleted(Grant grant) {
    completed.add(grant);
  }

  List<String> started() {
    return List.copyOf(started);
  }

  int completed() {
    return completed.size();
  }

  /**
   * Tasks that another worker got, or that were released, while a worker had an acknowledged lock.
   */
  List<String> takenAway(List<Entry> journal) {
    Map<String, List<Entry>> byTask =
        journal.stream()
            .filter(entry -> !entry.deed().equals("DONE"))
            .collect(Collectors.groupingBy(Entry::task));
    List<String> found = new ArrayList<>();
    for (Grant grant : granted) {
      Instant own =
          byTask.getOrDefault(grant.task(), List.of()).stream()
              .filter(entry -> entry.worker().equals(grant.worker()))
              .map(Entry::at)
              .findFirst()
              .orElse(Instant.MAX);
      byTask.getOrDefault(grant.task(), List.of()).stream()
          .filter(entry -> !entry.worker().equals(grant.worker()))
          .filter(entry -> entry.at().isAfter(own) && entry.at().isBefore(grant.until()))
          .forEach(entry -> found.add("%s, but %s".formatted(grant, entry)));
    }
    return found;
  }

  /** Acknowledged completions that were not made by the acknowledged worker. */
  List<String> lost(List<Entry> journal) {
    Map<String, String> done =
        journal.stream()
            .filter(entry -> entry.deed().equals("DONE"))
            .collect(Collectors.toMap(Entry::task, Entry::worker, (one, other) -> one + other));
    return completed.stream()
        .filter(grant -> !grant.worker().equals(done.get(grant.task())))
        .map(Grant::toString)
        .toList();
  }

  /** Tasks that were acknowledged as completed more than once. */
  List<String> completedTwice() {
    return completed.stream()
        .collect(Collectors.groupingBy(Grant::task, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(times -> times.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
