package dev.outwork.it.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.RestApi;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The main job over HTTP, as the published clients rely on it (docs/rest-api.md, "External tasks").
 */
class MainJobIT extends OnServer {
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}";

  @BeforeEach
  void deploy() {
    rest().deployVideo();
  }

  @Test
  void a_video_goes_from_start_to_end() {
    String instance = rest().startVideo("holiday.mp4");

    Map<String, Object> transcode = take("transcodeVideo");
    complete(transcode, Map.of("format", RestApi.string("webm")));
    Map<String, Object> upload = take("uploadVideo");
    complete(upload, Map.of());

    assertThat(transcode.get("processInstanceId")).isEqualTo(instance);
    assertThat(upload.get("variables").toString()).contains("holiday.mp4").contains("webm");
    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
    rest().get("/process-instance/" + instance).then().statusCode(404);
    rest()
        .get(
            "/history/external-task-log?sortBy=timestamp&sortOrder=asc&processInstanceId="
                + instance)
        .then()
        .body("", hasSize(4))
        .body("findAll { it.creationLog }", hasSize(2))
        .body("findAll { it.successLog }", hasSize(2));
  }

  @Test
  void a_fetched_task_has_every_field_that_clients_read() {
    rest().startVideo("holiday.mp4");

    rest()
        .post("/external-task/fetchAndLock", fetch("transcodeVideo"))
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("application/json"))
        .body("[0].workerId", equalTo("worker"))
        .body("[0].topicName", equalTo("transcodeVideo"))
        .body("[0].lockExpirationTime", matchesPattern(DATE))
        .body("[0].createTime", matchesPattern(DATE))
        .body("[0].retries", nullValue())
        .body("[0]", hasKey("errorDetails"))
        .body("[0]", hasKey("tenantId"))
        .body("[0]", hasKey("businessKey"))
        .body("[0].priority", equalTo(0))
        .body("[0].suspended", equalTo(false))
        .body("[0].variables.video.type", equalTo("String"))
        .body("[0].variables.video.value", equalTo("holiday.mp4"))
        .body("[0].variables.video.valueInfo.size()", equalTo(0));
  }

  @Test
  void a_named_engine_is_the_same_engine() {
    String instance = rest().startVideo("holiday.mp4");

    rest()
        .get("/engine/default/process-instance/" + instance)
        .then()
        .statusCode(200)
        .body("definitionKey", equalTo("video"));
    rest()
        .get("/engine/other/process-instance/" + instance)
        .then()
        .statusCode(400)
        .body("type", equalTo("InvalidRequestException"));
  }

  @Test
  void a_waiting_worker_gets_a_task_the_moment_it_is_created() throws Exception {
    String topic = "transcodeVideo";
    drain(topic);
    Map<String, Object> waiting = new HashMap<>(fetch(topic));
    waiting.put("asyncResponseTimeout", 30_000);
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(() -> rest().post("/external-task/fetchAndLock", waiting));
    rest().get("/engine").then().statusCode(200);

    Instant started = Instant.now();
    rest().startVideo("awaited.mp4");
    List<Map<String, Object>> tasks = answer.get(25, TimeUnit.SECONDS).path("$");

    assertThat(tasks).hasSize(1);
    assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_waiting_worker_gets_an_empty_list_when_its_time_is_up() {
    Map<String, Object> waiting = new HashMap<>(fetch("nobodyCreatesThis"));
    waiting.put("asyncResponseTimeout", 500);

    rest()
        .post("/external-task/fetchAndLock", waiting)
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("application/json"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body("", hasSize(0));
  }

  @Test
  void a_deletion_may_have_a_body() {
    String instance = rest().startVideo("holiday.mp4");

    rest().request().body("{}").delete("/process-instance/" + instance).then().statusCode(204);

    assertThat(rest().stateOf(instance)).isEqualTo("EXTERNALLY_TERMINATED");
  }

  @Test
  void a_wait_of_more_than_half_an_hour_is_refused_without_an_attempt() {
    Map<String, Object> waiting = new HashMap<>(fetch("transcodeVideo"));
    waiting.put("asyncResponseTimeout", 1_800_001);

    rest()
        .post("/external-task/fetchAndLock", waiting)
        .then()
        .statusCode(400)
        .body("type", equalTo("InvalidRequestException"));
  }

  @Test
  void a_refusal_names_the_owner_of_the_lock() {
    rest().startVideo("holiday.mp4");
    Map<String, Object> task = take("transcodeVideo");

    rest()
        .complete((String) task.get("id"), "somebody", Map.of())
        .then()
        .statusCode(400)
        .body("type", equalTo("RestException"))
        .body("message", containsString("It is locked by worker 'worker'"));
  }

  @Test
  void a_task_that_is_gone_is_not_found() {
    rest()
        .complete("no-such-task", "worker", Map.of())
        .then()
        .statusCode(404)
        .body("type", equalTo("RestException"))
        .body("message", equalTo("External task with id no-such-task does not exist"))
        .body("code", equalTo(0));
  }

  @Test
  void a_failure_without_retries_opens_an_incident_that_new_retries_resolve() {
    String instance = rest().startVideo("broken.mp4");
    String task = (String) take("transcodeVideo").get("id");

    rest()
        .post(
            "/external-task/" + task + "/failure",
            Map.of(
                "workerId", "worker", "errorMessage", "no codec", "errorDetails", "a long story"))
        .then()
        .statusCode(204);

    rest()
        .get("/incident?processInstanceId=" + instance)
        .then()
        .body("", hasSize(1))
        .body("[0].incidentType", equalTo("failedExternalTask"))
        .body("[0].incidentMessage", equalTo("no codec"))
        .body("[0].configuration", equalTo(task));
    rest()
        .get("/external-task/" + task + "/errorDetails")
        .then()
        .statusCode(200)
        .contentType(containsString("text/plain"))
        .body(equalTo("a long story"));
    rest()
        .request()
        .body(Map.of("retries", 1))
        .put("/external-task/" + task + "/retries")
        .then()
        .statusCode(204);
    rest().get("/incident/count?processInstanceId=" + instance).then().body("count", equalTo(0));
  }

  @Test
  void a_file_is_fetched_by_the_execution_id_of_its_task() {
    byte[] content = {1, 2, 3, 4};
    String instance = rest().startVideo("with-cover.mp4");
    given()
        .baseUri(rest().root())
        .multiPart("data", "cover.png", content, "image/png")
        .multiPart("valueType", "File", "text/plain")
        .post("/process-instance/" + instance + "/variables/cover/data")
        .then()
        .statusCode(204);
    Map<String, Object> task = take("transcodeVideo");

    Response file =
        rest().get("/process-instance/" + task.get("executionId") + "/variables/cover/data");

    assertThat(task.get("variables").toString()).contains("cover.png");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.contentType()).startsWith("image/png");
    assertThat(file.header("Content-Disposition")).contains("cover.png");
    assertThat(file.asByteArray()).isEqualTo(content);
  }

  private static Map<String, Object> fetch(String topic) {
    return Map.of(
        "workerId",
        "worker",
        "maxTasks",
        1,
        "topics",
        List.of(Map.of("topicName", topic, "lockDuration", 60_000)));
  }

  // The newest task of a topic: those of other tests may still be there.
  private Map<String, Object> take(String topic) {
    Map<String, Object> request = new HashMap<>(fetch(topic));
    request.put("sorting", List.of(Map.of("sortBy", "createTime", "sortOrder", "desc")));
    List<Map<String, Object>> tasks =
        rest()
            .post("/external-task/fetchAndLock", request)
            .then()
            .statusCode(200)
            .extract()
            .path("$");
    return tasks.get(0);
  }

  private void drain(String topic) {
    while (!rest().fetch("drain", topic, 50).isEmpty()) {
      // Tasks of other tests are locked by other workers.
    }
  }

  private void complete(Map<String, Object> task, Map<String, ?> variables) {
    rest().complete((String) task.get("id"), "worker", variables).then().statusCode(204);
  }
}
