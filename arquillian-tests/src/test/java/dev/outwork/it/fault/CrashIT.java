package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.RestApi;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while instances run, on the default database: an H2 file. */
class CrashIT {
  private static final List<String> TOPICS = List.of("transcodeVideo", "uploadVideo");
  private static final int BEFORE_THE_KILL = 60;
  private static final int NO_CONTENT = 204;

  @TempDir Path directory;

  private final Queue<String> started = new ConcurrentLinkedQueue<>();
  private final Queue<String> completed = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean killed = new AtomicBoolean();

  @Test
  void nothing_acknowledged_is_lost_when_the_server_is_killed() throws Exception {
    Map<String, String> settings =
        Map.of("OUTWORK_DB_URL", "jdbc:h2:file:" + directory.resolve("engine"));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Node node = Node.start("crash-first", settings)) {
      node.rest().deployVideo();
      threads.execute(() -> startUntilKilled(node.rest()));
      threads.execute(() -> workUntilKilled(node.rest(), "first"));
      threads.execute(() -> workUntilKilled(node.rest(), "second"));
      await().atMost(Duration.ofMinutes(2)).until(() -> completed.size() >= BEFORE_THE_KILL);
      node.kill();
      killed.set(true);
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    try (Node node = Node.start("crash-second", settings)) {
      RestApi rest = node.rest();
      completed.forEach(task -> rest.get("/external-task/" + task).then().statusCode(404));
      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () -> {
                TOPICS.forEach(topic -> work(rest, "afterwards", topic));
                return rest.openTasks() == 0;
              });

      assertThat(started).isNotEmpty();
      started.forEach(id -> assertThat(rest.stateOf(id)).isEqualTo("COMPLETED"));
    }
  }

  private void startUntilKilled(RestApi rest) {
    for (int i = 0; !killed.get(); i++) {
      try {
        started.add(rest.startVideo("video-" + i));
      } catch (Exception | AssertionError e) {
        return;
      }
    }
  }

  private void workUntilKilled(RestApi rest, String workerId) {
    while (!killed.get()) {
      try {
        TOPICS.forEach(topic -> work(rest, workerId, topic));
      } catch (Exception | AssertionError e) {
        return;
      }
    }
  }

  // Locks of five seconds, so that those of the killed server's workers expire during the test.
  private void work(RestApi rest, String workerId, String topic) {
    List<Map<String, Object>> tasks =
        rest.post(
                "/external-task/fetchAndLock",
                Map.of(
                    "workerId",
                    workerId,
                    "maxTasks",
                    5,
                    "topics",
                    List.of(Map.of("topicName", topic, "lockDuration", 5_000))))
            .then()
            .statusCode(200)
            .extract()
            .path("$");
    for (Map<String, Object> task : tasks) {
      String id = (String) task.get("id");
      Response response = rest.complete(id, workerId, Map.of("by", RestApi.string(workerId)));
      assertThat(response.statusCode()).isEqualTo(NO_CONTENT);
      completed.add(id);
    }
  }
}
