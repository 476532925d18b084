package dev.outwork.rest.externaltask;

import dev.outwork.api.NotValidException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.rest.format.RestException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A worker's request for tasks (docs/rest-api.md, "Fetch and lock").
 *
 * @param includeExtensionProperties default for topics that do not specify it
 */
public record FetchAndLockDto(
    String workerId,
    int maxTasks,
    boolean usePriority,
    List<SortingDto> sorting,
    Long asyncResponseTimeout,
    List<TopicDto> topics,
    boolean includeExtensionProperties) {
  private static final int MOST_TOPICS = 1000;

  /** A sort key; creation time is the only one. */
  public record SortingDto(String sortBy, String sortOrder) {}

  FetchAndLock toFetchAndLock() {
    return toFetchAndLock(workerId);
  }

  /** For a worker whose id is part of another object. */
  FetchAndLock toFetchAndLock(String workerId) {
    return new FetchAndLock(workerId, maxTasks, usePriority, createTimeOrder(), toTopics());
  }

  /** Empty if the worker requested no long polling. */
  Optional<Duration> timeout() {
    if (asyncResponseTimeout == null) {
      return Optional.empty();
    }
    long longest = WaitingRoom.LONGEST_WAIT.toMillis();
    if (asyncResponseTimeout > longest) {
      throw RestException.invalidRequest(
          "The asynchronous response timeout cannot be set to a value greater than %d milliseconds"
              .formatted(longest));
    }
    return Optional.of(Duration.ofMillis(asyncResponseTimeout));
  }

  // The most significant key decides: there is only one, and clients send it twice.
  private CreateTimeOrder createTimeOrder() {
    if (sorting == null) {
      return null;
    }
    return sorting.stream()
        .map(FetchAndLockDto::direction)
        .reduce((first, next) -> first)
        .orElse(null);
  }

  private static CreateTimeOrder direction(SortingDto sort) {
    NullValueException.ensureNotNull("sorting", sort);
    String sortBy = NullValueException.ensureNotNull("sortBy", sort.sortBy());
    if (!sortBy.equals("createTime")) {
      throw RestException.invalidRequest(
          "Cannot set query sortBy parameter to value '%s': only 'createTime' is a sort key"
              .formatted(sortBy));
    }
    if (sort.sortOrder() == null) {
      throw new NotValidException(
          "Cannot sort by 'createTime': set its sortOrder to 'asc' or 'desc'");
    }
    return switch (sort.sortOrder()) {
      case "asc" -> CreateTimeOrder.ASCENDING;
      case "desc" -> CreateTimeOrder.DESCENDING;
      default ->
          throw RestException.invalidRequest(
              "Cannot set query sortOrder parameter to value '%s': it must be 'asc' or 'desc'"
                  .formatted(sort.sortOrder()));
    };
  }

  private List<Topic> toTopics() {
    if (topics == null) {
      return List.of();
    }
    if (topics.size() > MOST_TOPICS) {
      throw RestException.invalidRequest(
          "Cannot fetch for %d topics at once: at most %d are allowed"
              .formatted(topics.size(), MOST_TOPICS));
    }
    return topicsByName().values().stream()
        .map(topic -> topic.toTopic(includeExtensionProperties))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The topics that requested deserialized JSON objects. */
  Set<String> deserializedTopics() {
    if (topics == null) {
      return Set.of();
    }
    return topicsByName().values().stream()
        .filter(topic -> topic.deserializeValues() && topic.topicName() != null)
        .map(TopicDto::topicName)
        .collect(Collectors.toSet());
  }

  // The last of several entries for one topic wins.
  private Map<String, TopicDto> topicsByName() {
    Map<String, TopicDto> byName = new LinkedHashMap<>();
    for (TopicDto topic : topics) {
      NullValueException.ensureNotNull("topic", topic);
      byName.put(topic.topicName(), topic);
    }
    return byName;
  }
}
