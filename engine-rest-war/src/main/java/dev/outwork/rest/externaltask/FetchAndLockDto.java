package dev.outwork.rest.externaltask;

import dev.outwork.api.NotValidException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.rest.wire.WireException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A worker's request for work (docs/rest-api.md, "Fetch and lock").
 *
 * @param includeExtensionProperties holds for each topic that does not say it itself
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

  /** One sort key, of which there is only the time of creation. */
  public record SortingDto(String sortBy, String sortOrder) {}

  FetchAndLock toFetchAndLock() {
    return toFetchAndLock(workerId);
  }

  /** For a worker that has told its id elsewhere. */
  FetchAndLock toFetchAndLock(String workerId) {
    return new FetchAndLock(workerId, maxTasks, usePriority, createTimeOrder(), toTopics());
  }

  /** Empty if the worker wants an answer at once. */
  Optional<Duration> timeout() {
    if (asyncResponseTimeout == null) {
      return Optional.empty();
    }
    long longest = WaitingRoom.LONGEST_WAIT.toMillis();
    if (asyncResponseTimeout > longest) {
      throw WireException.invalidRequest(
          "The asynchronous response timeout cannot be set to a value greater than %d milliseconds"
              .formatted(longest));
    }
    return Optional.of(Duration.ofMillis(asyncResponseTimeout));
  }

  // The most significant one decides: there is only one key, and clients send it twice.
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
      throw WireException.invalidRequest(
          "Cannot set query sortBy parameter to value '%s': only 'createTime' is a sort key"
              .formatted(sortBy));
    }
    if (sort.sortOrder() == null) {
      throw new NotValidException("Cannot sort by 'createTime': it has no sortOrder");
    }
    return switch (sort.sortOrder()) {
      case "asc" -> CreateTimeOrder.ASCENDING;
      case "desc" -> CreateTimeOrder.DESCENDING;
      default ->
          throw WireException.invalidRequest(
              "Cannot set query sortOrder parameter to value '%s': it is neither 'asc' nor 'desc'"
                  .formatted(sort.sortOrder()));
    };
  }

  private List<Topic> toTopics() {
    if (topics == null) {
      return List.of();
    }
    if (topics.size() > MOST_TOPICS) {
      throw WireException.invalidRequest(
          "Cannot fetch for %d topics at once: the most is %d"
              .formatted(topics.size(), MOST_TOPICS));
    }
    return topicsByName().values().stream()
        .map(topic -> topic.toTopic(includeExtensionProperties))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The topics whose objects in JSON are wanted as structures. */
  Set<String> deserializedTopics() {
    if (topics == null) {
      return Set.of();
    }
    return topicsByName().values().stream()
        .filter(topic -> topic.deserializeValues() && topic.topicName() != null)
        .map(TopicDto::topicName)
        .collect(Collectors.toSet());
  }

  // Of two entries for one topic the last one counts.
  private Map<String, TopicDto> topicsByName() {
    Map<String, TopicDto> byName = new LinkedHashMap<>();
    for (TopicDto topic : topics) {
      NullValueException.ensureNotNull("topic", topic);
      byName.put(topic.topicName(), topic);
    }
    return byName;
  }
}
