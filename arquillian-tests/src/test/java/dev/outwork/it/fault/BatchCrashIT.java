package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.cluster.Cluster;
import dev.outwork.it.server.Node;
import dev.outwork.it.server.RestApi;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A node is killed in the middle of a batch; another one has the same database. */
class BatchCrashIT {
  private static final int INSTANCES = 1_000;
  private static final int BEFORE_THE_KILL = 50;
  private static final Duration LEASE = Duration.ofSeconds(5);

  // The interval of looking for batches without a run, and the delay of a slow machine.
  private static final Duration LONGEST_TAKEOVER = LEASE.plusSeconds(5).plusSeconds(50);

  @Test
  void another_node_goes_on_and_each_element_is_done_once() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Cluster cluster = Cluster.start(2, settings(postgres))) {
      Node first = cluster.node(0);
      List<String> instances = startInstances(first.rest());
      RestApi survivor = cluster.node(1).rest();
      String batch =
          first
              .rest()
              .post("/process-instance/delete", Map.of("processInstanceIds", instances))
              .then()
              .statusCode(200)
              .extract()
              .path("id");
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofMinutes(1))
          .until(() -> completed(survivor, batch) >= BEFORE_THE_KILL);
      first.kill();
      Instant killed = Instant.now();
      int before = completed(survivor, batch);
      assertThat(before).as("elements done before the kill").isLessThan(INSTANCES);

      await().atMost(LONGEST_TAKEOVER).until(() -> completed(survivor, batch) > before);
      Duration takeover = Duration.between(killed, Instant.now());
      await().atMost(Duration.ofMinutes(2)).until(() -> isOver(survivor, batch));

      System.out.printf(
          "Killed after %d of %d elements; with a lease of %d s another node went on after %.1f s%n",
          before, INSTANCES, LEASE.toSeconds(), takeover.toMillis() / 1000.0);
      assertThat(count(survivor, "/history/process-instance/count?externallyTerminated=true"))
          .isEqualTo(INSTANCES);
      // A task leaves one such entry each time it is deleted.
      assertThat(count(survivor, "/history/external-task-log/count?deletionLog=true"))
          .isEqualTo(INSTANCES);
    }
  }

  private static Map<String, String> settings(EmbeddedPostgres postgres) {
    return Map.of(
        "OUTWORK_DB_URL",
        postgres.getJdbcUrl("postgres", "postgres"),
        "OUTWORK_DB_USER",
        "postgres",
        "OUTWORK_DB_PASSWORD",
        "postgres",
        "OUTWORK_BATCH_LEASE_SECONDS",
        String.valueOf(LEASE.toSeconds()));
  }

  private static List<String> startInstances(RestApi rest) {
    rest.deployVideo();
    return IntStream.range(0, INSTANCES)
        .parallel()
        .mapToObj(i -> rest.startVideo("video-" + i))
        .toList();
  }

  /** All, once the batch has ended. */
  private static int completed(RestApi rest, String batch) {
    List<Integer> completed =
        rest.get("/batch/statistics?batchId=" + batch)
            .then()
            .statusCode(200)
            .extract()
            .path("completedJobs");
    return completed.isEmpty() ? INSTANCES : completed.get(0);
  }

  private static boolean isOver(RestApi rest, String batch) {
    return rest.get("/history/batch/" + batch).path("endTime") != null;
  }

  private static int count(RestApi rest, String path) {
    return rest.get(path).then().statusCode(200).extract().path("count");
  }
}
