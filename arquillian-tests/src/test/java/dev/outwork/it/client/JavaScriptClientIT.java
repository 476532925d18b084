package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.RestApi;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * {@code camunda-external-task-client-js}, as users have it; needs Node.js and the registry that
 * npm is set up for.
 */
class JavaScriptClientIT extends OnServer {
  private static final int INSTANCES = 20;
  private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

  // A fetch that still waits for a worker that has ended would take the next class's tasks.
  @AfterAll
  static void noFetchOutlivesThisClass() {
    endTheServer();
  }

  @Test
  void a_worker_in_javascript_works_off_the_videos() throws Exception {
    Npm npm = Npm.install();
    rest().deployVideo();
    for (int i = 0; i < INSTANCES; i++) {
      rest().startVideo("video-" + i + ".mp4");
    }

    Process worker = npm.start("worker.log", "node", "worker.mjs", rest().root());
    try {
      await()
          .atMost(LONGEST_RUN)
          .untilAsserted(() -> assertThat(rest().completed("video")).isEqualTo(INSTANCES));
    } finally {
      worker.destroy();
    }
    assertThat(Files.readString(npm.file("worker.log"))).contains("uploaded video-0.mp4");
  }

  @Test
  void a_worker_in_javascript_does_everything_that_its_client_can() throws Exception {
    Npm npm = Npm.install();
    Files.writeString(npm.file("greeting.txt"), "Grüße");
    try (InputStream model = getClass().getResourceAsStream("/processes/client.bpmn")) {
      rest().deploy("client.bpmn", model.readAllBytes()).statusCode(200);
    }
    List<String> instances = List.of(start("js-values"), start("js-failures"), start("js-locks"));

    List<String> printed;
    List<RecordingProxy.Request> sent;
    try (RecordingProxy proxy = new RecordingProxy(rest().root())) {
      printed = npm.run("everything.log", "node", "everything.mjs", proxy.root(), "greeting.txt");
      sent = proxy.requests();
    }

    assertThat(rest().completed(instances)).isEqualTo(3);
    JsonPath seen = JsonPath.from(printed.get(printed.size() - 1));
    assertSeen(seen);
    assertValues(seen);
    assertSent(sent);
  }

  private static void assertSeen(JsonPath seen) {
    assertThat(seen.<Map<String, Object>>get("events"))
        .containsEntry("complete:success", 5)
        .containsEntry("handleFailure:success", 1)
        .containsEntry("handleBpmnError:success", 1)
        .containsEntry("extendLock:success", 1)
        .containsEntry("extendLock:error", 1)
        .containsEntry("lock:success", 1)
        .containsEntry("unlock:success", 1)
        .containsKey("poll:success")
        .allSatisfy(
            (event, count) ->
                assertThat(event).doesNotStartWith("handler:error").doesNotStartWith("poll:error"));
    assertThat(seen.getInt("most")).isLessThanOrEqualTo(2);
    assertThat(seen.<Object>get("options")).isEqualTo(Map.of("queue", "fast"));
    assertThat(seen.getString("businessKey")).isEqualTo("js-values");
    assertThat(seen.<Object>get("order")).isEqualTo(Map.of("id", 7));
    assertThat(seen.<Object>get("failure"))
        .isEqualTo(Map.of("retries", 1, "message", "no luck", "details", "the whole story"));
    assertThat(seen.<Object>get("error"))
        .isEqualTo(Map.of("code", "OOPS", "reason", "it happens", "result", "bad"));
    assertThat(seen.<Object>get("refusal"))
        .isEqualTo(
            Map.of(
                "status",
                404,
                "type",
                "RestException",
                "code",
                0,
                "message",
                "External task with id no-such-task does not exist"));
  }

  private static void assertValues(JsonPath seen) {
    assertThat(seen.<Map<String, Object>>get("types"))
        .containsEntry("string", "string")
        .containsEntry("integer", "integer")
        .containsEntry("long", "long")
        .containsEntry("double", "double")
        .containsEntry("boolean", "boolean")
        .containsEntry("short", "short")
        .containsEntry("date", "date")
        .containsEntry("json", "json")
        .containsEntry("xml", "xml")
        .containsEntry("bytes", "bytes")
        .containsEntry("object", "object")
        .containsEntry("file", "file")
        .containsEntry("nothing", "null")
        .doesNotContainKeys("passing", "local");
    assertThat(seen.<Map<String, Object>>get("values"))
        .containsEntry("string", "text")
        .containsEntry("integer", 5)
        .containsEntry("long", 5_000_000_000L)
        .containsEntry("boolean", true)
        .containsEntry("short", 7)
        .containsEntry("date", 1_750_000_000_123L)
        .containsEntry("json", Map.of("a", List.of(1, 2)))
        .containsEntry("xml", "<a/>")
        .containsEntry("bytes", "AQID")
        .containsEntry("object", "[1]")
        .containsEntry("nothing", null);
    assertThat(seen.getDouble("values.double")).isEqualTo(2.5);
    assertThat(seen.<Object>get("file"))
        .isEqualTo(Map.of("name", "greeting.txt", "type", "text/plain", "content", "Grüße"));
  }

  private static void assertSent(List<RecordingProxy.Request> sent) {
    assertThat(sent)
        .allSatisfy(
            request -> assertThat(request.authorization()).isEqualTo("Basic ZGVtbzpzZWNyZXQ="));
    assertThat(sent.get(0).body())
        .contains("\"workerId\":\"javascript\"")
        .contains("\"maxTasks\":2")
        .contains("\"usePriority\":true")
        .contains("\"asyncResponseTimeout\":1000")
        .contains("\"sorting\":[{\"sortBy\":\"createTime\",\"sortOrder\":\"desc\"}]");
  }

  private String start(String topic) {
    Map<String, Object> variables =
        Map.of(
            "topic", RestApi.string(topic),
            "priority", Map.of("value", 0),
            "order", Map.of("value", Map.of("id", 7)));
    return rest()
        .post(
            "/process-definition/key/client/start",
            Map.of("variables", variables, "businessKey", topic))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }
}
