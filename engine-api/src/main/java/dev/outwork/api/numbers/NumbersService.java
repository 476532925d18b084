package dev.outwork.api.numbers;

import java.util.List;
import java.util.Optional;

/**
 * Topics and workers in numbers (docs/rest-api.md, "Topics and workers"). Callers share what is
 * read; it is a few seconds old, and on a database with many open tasks up to fifty times as old as
 * reading it takes.
 */
public interface NumbersService {
  /** The topics that have tasks, or had something to do with one in the last hour, by name. */
  List<TopicNumbers> topics();

  /** One of {@link #topics}. */
  Optional<TopicNumbers> topic(String name);

  /** The last sixty minutes of a topic, the oldest first; all zero for an unknown one. */
  List<TopicMinute> history(String topicName);

  /** What has happened on this node since it started, by the name of the topic. */
  List<TopicCounts> counts();

  /** The workers that were seen in the last hour, by id. */
  List<WorkerNumbers> workers();

  /** One of {@link #workers}. */
  Optional<WorkerNumbers> worker(String id);

  /** The topics whose tasks nobody fetches, by name. */
  List<TopicAlarm> alarms();
}
