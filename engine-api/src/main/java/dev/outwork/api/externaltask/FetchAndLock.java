package dev.outwork.api.externaltask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A worker's request for tasks (docs/rest-api.md, "Fetch and lock").
 *
 * @param workerId required, at most 255 characters
 * @param maxTasks maximum number of tasks over all topics; at least 0
 * @param usePriority whether tasks of higher priority come first
 * @param createTimeOrder order by creation time, after the priority; null for the default: oldest
 *     first, distributed fairly over the topics
 * @param topics the topics that the worker serves
 * @param sender from where the request comes; {@link Sender#UNKNOWN} inside the server
 * @param user to whom the locks belong; null if to nobody in particular. The engine sets the user
 *     of the calling thread, whatever is given here
 */
public record FetchAndLock(
    String workerId,
    int maxTasks,
    boolean usePriority,
    CreateTimeOrder createTimeOrder,
    List<Topic> topics,
    Sender sender,
    String user) {
  public FetchAndLock {
    topics = List.copyOf(topics);
  }

  /** A request from inside the server. */
  public FetchAndLock(
      String workerId,
      int maxTasks,
      boolean usePriority,
      CreateTimeOrder createTimeOrder,
      List<Topic> topics) {
    this(workerId, maxTasks, usePriority, createTimeOrder, topics, Sender.UNKNOWN, null);
  }

  /**
   * From where a request comes; shown to operators only.
   *
   * @param address as seen by the server; null if it is unknown
   * @param userAgent as the client names itself; null if it does not
   */
  public record Sender(String address, String userAgent) {
    public static final Sender UNKNOWN = new Sender(null, null);
  }

  /** Oldest or newest first. */
  public enum CreateTimeOrder {
    ASCENDING,
    DESCENDING
  }

  /** The topics by name; the last of several entries for one topic wins. */
  public Map<String, Topic> topicsByName() {
    Map<String, Topic> byName = new LinkedHashMap<>();
    topics.forEach(topic -> byName.put(topic.topicName(), topic));
    return byName;
  }

  /** The same request, from this sender. */
  public FetchAndLock from(Sender whom) {
    return new FetchAndLock(workerId, maxTasks, usePriority, createTimeOrder, topics, whom, user);
  }

  /** The same request, by this user. */
  public FetchAndLock by(String whom) {
    return Objects.equals(user, whom)
        ? this
        : new FetchAndLock(workerId, maxTasks, usePriority, createTimeOrder, topics, sender, whom);
  }

  /** The same request for these topics. */
  public FetchAndLock forTopics(List<Topic> others) {
    return new FetchAndLock(workerId, maxTasks, usePriority, createTimeOrder, others, sender, user);
  }

  /** A request with one or more topics and the default order. */
  public static FetchAndLock of(String workerId, int maxTasks, Topic... topics) {
    return new FetchAndLock(workerId, maxTasks, false, null, List.of(topics));
  }
}
