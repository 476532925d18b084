package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.fault.unreliable.UnreliableTools;
import dev.outwork.it.server.Archives;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes with the sample's workers share the tasks of one database, while their work throws
 * before, inside and in the commit, and while the nodes die at each of these moments and from
 * outside. However often: a row of the sample for each completed task, and a completed task for
 * each row.
 */
class ExactlyOnceIT {
  private static final int INSTANCES = Integer.getInteger("outwork.exactlyOnce.instances", 1_000);
  private static final List<String> DEATHS = List.of("before", "in-commit", "after-commit");

  @TempDir Path directory;

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @Test
  void each_task_has_its_effects_once_whatever_throws_and_dies() throws Exception {
    Path fuses = Files.createDirectory(directory.resolve("fuses"));
    Archives archives = Archives.withWorkers(unreliable());
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        RestartedNode first =
            new RestartedNode("exactly-once-1", settings(postgres), archives, fuses);
        RestartedNode second =
            new RestartedNode("exactly-once-2", settings(postgres), archives, fuses)) {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(first::start), CompletableFuture.runAsync(second::start))
          .join();
      startAll(first, second);

      await().atMost(Duration.ofMinutes(3)).until(() -> count(postgres, UPLOADS) > INSTANCES / 2);
      second.kill();
      for (String death : DEATHS) {
        Files.createFile(fuses.resolve(death));
      }

      await()
          .atMost(Duration.ofMinutes(8))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> count(postgres, RUNNING) == 0);
      assertEffects(postgres);
      assertThat(fuses).as("deaths that did not come about").isEmptyDirectory();
      System.out.printf(
          "%d instances; the nodes were started %d and %d times; %d failures%n",
          count(postgres, INSTANCES_ENDED),
          first.starts(),
          second.starts(),
          count(postgres, FAILURES));
    }
  }

  private static final String RUNNING =
      "select count(*) from process_instance where ended_at is null";
  private static final String INSTANCES_ENDED =
      "select count(*) from process_instance where state = 'COMPLETED'";
  private static final String FAILURES =
      "select count(*) from external_task_log where kind = 'FAILED'";
  private static final String UPLOADS = "select count(*) from video_upload";
  private static final String TRANSCODINGS = "select count(*) from video_transcoding";

  private void assertEffects(EmbeddedPostgres postgres) throws SQLException {
    int ended = count(postgres, INSTANCES_ENDED);
    assertThat(ended).isGreaterThanOrEqualTo(INSTANCES);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(INSTANCES);
    assertThat(count(postgres, FAILURES)).isPositive();
    for (String table : List.of("video_upload", "video_transcoding")) {
      assertThat(count(postgres, "select count(*) from " + table)).as(table).isEqualTo(ended);
      assertThat(count(postgres, "select count(distinct task_id) from " + table))
          .as(table)
          .isEqualTo(ended);
    }
    assertThat(
            count(
                postgres,
                "select count(*) from external_task_log l where l.kind = 'SUCCESSFUL' and not exists"
                    + " (select 1 from video_upload u where u.task_id = l.external_task_id)"
                    + " and not exists (select 1 from video_transcoding t"
                    + " where t.task_id = l.external_task_id)"))
        .as("completed tasks without a row")
        .isZero();
  }

  private void startAll(RestartedNode... nodes) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < INSTANCES; i++) {
      String video = "video-" + i;
      RestartedNode preferred = nodes[i % nodes.length];
      threads.execute(() -> acknowledged.add(preferred.startVideo(video)));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
  }

  private static JavaArchive unreliable() {
    return ShrinkWrap.create(JavaArchive.class, "unreliable.jar")
        .addPackage(UnreliableTools.class.getPackage())
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static Map<String, String> settings(EmbeddedPostgres postgres) {
    return Map.of(
        "OUTWORK_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
        "OUTWORK_DB_USER", "postgres",
        "OUTWORK_WORKER_TRANSCODEVIDEO_RETRY_ATTEMPTS", "1000",
        "OUTWORK_WORKER_UPLOADVIDEO_RETRY_ATTEMPTS", "1000",
        "OUTWORK_WORKER_TRANSCODEVIDEO_RETRY_MULTIPLIER", "1",
        "OUTWORK_WORKER_UPLOADVIDEO_RETRY_MULTIPLIER", "1",
        "OUTWORK_WORKER_TRANSCODEVIDEO_LOCK_DURATION", "5000",
        "OUTWORK_WORKER_UPLOADVIDEO_LOCK_DURATION", "5000");
  }

  private static int count(EmbeddedPostgres postgres, String query) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
