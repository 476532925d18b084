package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.database.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What several fetches of the same topics get of one claim: the first all that it asks for, the
 * next one what is left, each with its own worker and lock durations. Their requests name each
 * topic once.
 */
final class Shares {
  private final List<FetchAndLock> requests;
  private final List<Topic> topics;
  private final List<List<TaskRow>> given;
  private final List<LostTask> lost = new ArrayList<>();

  Shares(List<FetchAndLock> requests) {
    this.requests = requests;
    this.topics = requests.get(0).topics();
    this.given = requests.stream().<List<TaskRow>>map(any -> new ArrayList<>()).toList();
  }

  boolean areSeveral() {
    return requests.size() > 1;
  }

  /** All of them as one request, with the shortest lock of each topic. */
  FetchAndLock whole() {
    FetchAndLock first = requests.get(0);
    if (!areSeveral()) {
      return first;
    }
    return new FetchAndLock(
        first.workerId(),
        (int) Math.min(Integer.MAX_VALUE, end(requests.size() - 1)),
        first.usePriority(),
        first.createTimeOrder(),
        topics.stream().map(topic -> topic.lockedFor(shortestLock(topic))).toList());
  }

  private Duration shortestLock(Topic topic) {
    return requests.stream()
        .map(request -> lock(request, topic))
        .min(Duration::compareTo)
        .orElseThrow();
  }

  private static Duration lock(FetchAndLock request, Topic topic) {
    return request.topicsByName().get(topic.topicName()).lockDuration();
  }

  private long end(int share) {
    return requests.stream().limit(share + 1L).mapToLong(FetchAndLock::maxTasks).sum();
  }

  /** The number of the share of a task, by its place among those chosen. */
  String number() {
    return "case %s end".formatted(each(i -> "when c.place <= :end_%1$d then %1$d".formatted(i)));
  }

  String worker() {
    return "case c.share %s end".formatted(each("when %1$d then :worker_%1$d"::formatted));
  }

  /** The user; nothing is bound if nobody has to log in. */
  String user() {
    return requests.stream().allMatch(request -> request.user() == null)
        ? "null"
        : "case c.share %s end".formatted(each("when %1$d then :user_%1$d"::formatted));
  }

  String lockEnd() {
    return "case c.share %s end"
        .formatted(each(i -> "when %d then case t.topic_name %s end".formatted(i, lockEnds(i))));
  }

  private String lockEnds(int share) {
    return IntStream.range(0, topics.size())
        .mapToObj(
            i ->
                "when :topic_%2$d then cast(:until_%1$d_%2$d as timestamp with time zone)"
                    .formatted(share, i))
        .collect(Collectors.joining(" "));
  }

  private String each(IntFunction<String> text) {
    return IntStream.range(0, requests.size()).mapToObj(text).collect(Collectors.joining(" "));
  }

  /** Puts the values of its parameters beside those of the arms. */
  void putValues(Map<String, Object> values, Instant now) {
    for (int share = 0; share < requests.size(); share++) {
      values.put("end_" + share, end(share));
      values.put("worker_" + share, requests.get(share).workerId());
      values.put("user_" + share, requests.get(share).user());
      for (int i = 0; i < topics.size(); i++) {
        values.put(
            "until_%d_%d".formatted(share, i), now.plus(lock(requests.get(share), topics.get(i))));
      }
    }
  }

  /** Reads a claimed task and gives it to its share. */
  TaskRow read(Row row) {
    return give(row, TaskRow.readWithDetails(row));
  }

  private TaskRow give(Row row, TaskRow task) {
    given.get(areSeveral() ? Math.toIntExact(row.number("share")) : 0).add(task);
    return task;
  }

  /** The same for a row that tells by whom the task was lost. */
  TaskRow readWithLoser(Row row) {
    TaskRow task = TaskRow.readWithDetails(row);
    Optional<LostTask> loss = LostTask.of(task, row.text("lost_by"));
    loss.ifPresent(lost::add);
    return give(row, loss.isPresent() ? task.lost() : task);
  }

  /** The claimed tasks whose lock had expired. */
  List<LostTask> lost() {
    return List.copyOf(lost);
  }

  /** The claimed tasks of each request, in the requested order. */
  List<List<TaskRow>> given() {
    return given.stream()
        .map(tasks -> tasks.stream().sorted(ClaimOrder.of(requests.get(0))).toList())
        .toList();
  }
}
