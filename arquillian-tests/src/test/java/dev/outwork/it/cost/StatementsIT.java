package dev.outwork.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Statements and transactions for each completed task of the video process on PostgreSQL, with full
 * history: fetched ten at a time over HTTP, completed one by one with a variable. The figures of a
 * run are printed; docs/performance.md has those of the last one that was written down.
 */
class StatementsIT {
  private static final int INSTANCES = 300;
  private static final int TASKS = 2 * INSTANCES;
  private static final int AT_ONCE = 10;
  private static final double MOST_STATEMENTS = 12;
  private static final double MOST_TRANSACTIONS = 1.3;

  @Test
  void a_completed_task_costs_few_statements_and_little_more_than_one_transaction()
      throws Exception {
    Path directory = Files.createDirectories(Path.of(System.getProperty("work.directory")));
    try (CountingPostgres postgres = CountingPostgres.start(directory);
        Node node = Node.start("statements", postgres.settings())) {
      Wire wire = node.wire();
      wire.deployVideo();
      long statementsBeforeStart = postgres.statements();
      for (int i = 0; i < INSTANCES; i++) {
        wire.startVideo("video-" + i);
      }
      long statements = postgres.statements();
      long transactions = postgres.transactions();
      double forEachStart = (double) (statements - statementsBeforeStart) / INSTANCES;

      workOff(wire, "transcodeVideo");
      workOff(wire, "uploadVideo");

      double statementsForEach = (double) (postgres.statements() - statements) / TASKS;
      double transactionsForEach = (double) (postgres.transactions() - transactions) / TASKS;
      System.out.printf(
          "PostgreSQL %s: %.2f statements for each start; %.2f statements and %.2f transactions for each completed task"
              + " (%d tasks)%n",
          postgres.version(), forEachStart, statementsForEach, transactionsForEach, TASKS);
      assertThat(wire.completed("video")).isEqualTo(INSTANCES);
      assertThat(statementsForEach).isLessThanOrEqualTo(MOST_STATEMENTS);
      assertThat(transactionsForEach).isLessThanOrEqualTo(MOST_TRANSACTIONS);
    }
  }

  private static void workOff(Wire wire, String topic) {
    List<Map<String, Object>> tasks = wire.fetch("worker", topic, AT_ONCE);
    while (!tasks.isEmpty()) {
      for (Map<String, Object> task : tasks) {
        wire.complete((String) task.get("id"), "worker", Map.of("result", Wire.string("done")))
            .then()
            .statusCode(204);
      }
      tasks = wire.fetch("worker", topic, AT_ONCE);
    }
  }
}
