package dev.outwork.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.RestApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Statements and transactions for each completed task of the video process on PostgreSQL, with full
 * history: fetched ten at a time over HTTP, completed with a variable one by one, or ten in one
 * request. The figures of a run are printed; docs/performance.md has those of the last one that was
 * written down.
 */
class StatementsIT {
  private static final int INSTANCES = 300;
  private static final int TASKS = 2 * INSTANCES;
  private static final int AT_ONCE = 10;

  private static CountingPostgres postgres;
  private static Node node;
  private static RestApi rest;

  /** The total cost of something. */
  private record Cost(long statements, long transactions) {
    static Cost soFar() throws IOException {
      return new Cost(postgres.statements(), postgres.transactions());
    }

    static Cost since(Cost before) throws IOException {
      Cost now = soFar();
      return new Cost(now.statements - before.statements, now.transactions - before.transactions);
    }

    double statementsForEachOf(int count) {
      return (double) statements / count;
    }

    double transactionsForEachOf(int count) {
      return (double) transactions / count;
    }
  }

  @BeforeAll
  static void startNode() throws IOException {
    Path directory = Files.createDirectories(Path.of(System.getProperty("work.directory")));
    postgres = CountingPostgres.start(directory);
    node = Node.start("statements", postgres.settings());
    rest = node.rest();
    rest.deployVideo();
  }

  @AfterAll
  static void stopNode() throws IOException {
    node.close();
    postgres.close();
  }

  @Test
  void a_completed_task_costs_few_statements_and_little_more_than_one_transaction()
      throws Exception {
    Cost before = Cost.soFar();
    List<String> instances = start();
    Cost started = Cost.since(before);
    print("start", started, INSTANCES);
    before = Cost.soFar();

    workOffOneByOne("transcodeVideo");
    workOffOneByOne("uploadVideo");

    Cost cost = Cost.since(before);
    print("task completed by itself", cost, TASKS);
    assertThat(rest.completed(instances)).isEqualTo(INSTANCES);
    assertThat(started.statementsForEachOf(INSTANCES)).isLessThanOrEqualTo(3);
    assertThat(started.transactionsForEachOf(INSTANCES)).isLessThanOrEqualTo(1.5);
    assertThat(cost.statementsForEachOf(TASKS)).isLessThanOrEqualTo(4.7);
    assertThat(cost.transactionsForEachOf(TASKS)).isLessThanOrEqualTo(1.3);
  }

  @Test
  void a_task_that_is_completed_with_nine_others_costs_less() throws Exception {
    List<String> instances = start();
    Cost before = Cost.soFar();

    workOffTogether("transcodeVideo");
    workOffTogether("uploadVideo");

    Cost cost = Cost.since(before);
    print("task completed with nine others", cost, TASKS);
    assertThat(rest.completed(instances)).isEqualTo(INSTANCES);
    assertThat(cost.statementsForEachOf(TASKS)).isLessThanOrEqualTo(1.2);
    assertThat(cost.transactionsForEachOf(TASKS)).isLessThanOrEqualTo(0.4);
  }

  private static void print(String what, Cost cost, int count) throws Exception {
    System.out.printf(
        "PostgreSQL %s: %.2f statements and %.2f transactions for each %s (%d)%n",
        postgres.version(),
        cost.statementsForEachOf(count),
        cost.transactionsForEachOf(count),
        what,
        count);
  }

  private static List<String> start() {
    List<String> instances = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      instances.add(rest.startVideo("video-" + i));
    }
    return instances;
  }

  private static void workOffOneByOne(String topic) {
    List<Map<String, Object>> tasks = rest.fetch("worker", topic, AT_ONCE);
    while (!tasks.isEmpty()) {
      for (Map<String, Object> task : tasks) {
        rest.complete((String) task.get("id"), "worker", Map.of("result", RestApi.string("done")))
            .then()
            .statusCode(204);
      }
      tasks = rest.fetch("worker", topic, AT_ONCE);
    }
  }

  /** Completes ten and fetches ten with each request. */
  private static void workOffTogether(String topic) {
    List<Map<String, Object>> tasks = rest.fetch("worker", topic, AT_ONCE);
    while (!tasks.isEmpty()) {
      tasks = completeAndFetch(tasks, topic);
    }
  }

  private static List<Map<String, Object>> completeAndFetch(
      List<Map<String, Object>> tasks, String topic) {
    List<Map<String, Object>> completed =
        tasks.stream()
            .map(
                task ->
                    Map.of(
                        "id",
                        task.get("id"),
                        "variables",
                        Map.of("result", RestApi.string("done"))))
            .toList();
    Map<String, Object> next =
        Map.of(
            "maxTasks",
            AT_ONCE,
            "topics",
            List.of(Map.of("topicName", topic, "lockDuration", 60_000)));
    return rest.post(
            "/external-task/complete",
            Map.of("workerId", "worker", "tasks", completed, "fetchAndLock", next))
        .then()
        .statusCode(200)
        .extract()
        .path("fetchAndLock.tasks");
  }
}
