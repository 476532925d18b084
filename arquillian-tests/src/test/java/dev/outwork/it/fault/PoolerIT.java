package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.RestApi;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A node behind a pooler that gives each transaction any of its connections. */
class PoolerIT {
  private static final String NAME = "pooler";
  private static final int INSTANCES = 60;

  @Test
  void everything_works_and_the_log_tells_of_the_pooler() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        PgBouncer pooler = PgBouncer.before(postgres.getPort());
        Node node =
            Node.start(
                NAME,
                Map.of(
                    "OUTWORK_DB_URL",
                    pooler.url(),
                    "OUTWORK_DB_HINTS_URL",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "OUTWORK_DB_USER",
                    "postgres",
                    "OUTWORK_DB_PASSWORD",
                    "postgres"))) {
      RestApi rest = node.rest();
      rest.deployVideo();

      // Many at a time, so that their transactions change connections; often enough that the
      // driver would prepare their statements.
      List<String> instances =
          IntStream.range(0, INSTANCES).parallel().mapToObj(i -> rest.startVideo("v" + i)).toList();
      IntStream.range(0, INSTANCES)
          .parallel()
          .forEach(
              i -> rest.fetch("w" + i, "transcodeVideo", 1).forEach(task -> complete(rest, task)));
      IntStream.range(0, INSTANCES)
          .parallel()
          .forEach(
              i -> rest.fetch("w" + i, "uploadVideo", 1).forEach(task -> complete(rest, task)));

      assertThat(rest.completed(instances)).isEqualTo(INSTANCES);
      Path log = Path.of(System.getProperty("work.directory"), NAME + ".log");
      assertThat(Files.readString(log)).contains("a connection pooler in transaction mode");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.readString(log).contains("Hints of other nodes arrive"));
    }
  }

  private static void complete(RestApi rest, Map<String, Object> task) {
    rest.complete((String) task.get("id"), (String) task.get("workerId"), Map.of())
        .then()
        .statusCode(204);
  }
}
