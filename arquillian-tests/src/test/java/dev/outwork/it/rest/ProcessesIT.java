package dev.outwork.it.rest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.RestApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process of more than tasks, over HTTP: message start --> user task --> event-based gateway, to
 * a message or a timer --> call activity, with a signal on its boundary, that calls a
 * multi-instance external task behind a transaction border.
 */
class ProcessesIT extends OnServer {
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void deploy() throws IOException {
    try (InputStream model = getClass().getResourceAsStream("/processes/order.bpmn")) {
      rest().deploy("order.bpmn", model.readAllBytes()).statusCode(200);
    }
  }

  @Test
  void an_order_is_approved_by_a_person_paid_by_a_message_and_packed_by_workers() {
    String instance = order("PT1H");
    approve(instance);
    rest()
        .get("/process-instance/" + instance + "/activity-instances")
        .then()
        .statusCode(200)
        .body("activityType", equalTo("processDefinition"))
        .body("childActivityInstances.activityId", contains("pay"));

    correlate("paid", Map.of());
    List<Map<String, Object>> tasks = wrapTasks(2);
    tasks.forEach(this::wrap);

    await().atMost(10, SECONDS).until(() -> rest().stateOf(instance).equals("COMPLETED"));
    rest()
        .get(
            "/history/activity-instance?sortBy=occurrence&sortOrder=asc&processInstanceId="
                + instance)
        .then()
        .body("activityId", contains("start", "approve", "pay", "is-paid", "pack", "packed"))
        .body("find { it.activityId == 'approve' }.assignee", equalTo("mary"))
        .body("find { it.activityId == 'packed' }.completeScope", equalTo(true));
    rest()
        .get("/history/process-instance?superProcessInstanceId=" + instance)
        .then()
        .body("", hasSize(1))
        .body("[0].businessKey", equalTo(key))
        .body("[0].rootProcessInstanceId", equalTo(instance));
  }

  @Test
  void an_order_that_is_not_paid_in_time_is_cancelled_by_the_timer() {
    String instance = order("PT1S");

    approve(instance);

    await().atMost(10, SECONDS).until(() -> rest().stateOf(instance).equals("COMPLETED"));
    rest()
        .get("/history/activity-instance?processInstanceId=" + instance)
        .then()
        .body("activityId", hasItems("is-late", "cancelled"));
    rest().get("/event-subscription?processInstanceId=" + instance).then().body("", hasSize(0));
  }

  @Test
  void a_signal_takes_the_called_instance_away_with_its_tasks() {
    String instance = order("PT1H");
    approve(instance);
    correlate("paid", Map.of());
    List<Map<String, Object>> tasks = wrapTasks(2);

    rest().post("/signal", Map.of("name", "closing-time")).then().statusCode(204);

    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
    tasks.forEach(task -> rest().get("/external-task/" + task.get("id")).then().statusCode(404));
    rest()
        .get("/history/process-instance?superProcessInstanceId=" + instance)
        .then()
        .body("[0].state", equalTo("INTERNALLY_TERMINATED"));
  }

  @Test
  void a_timer_is_a_job_that_can_be_seen_and_executed_at_once() {
    String instance = order("PT1H");
    approve(instance);
    String job =
        rest()
            .get("/job?timers=true&processInstanceId=" + instance)
            .then()
            .statusCode(200)
            .body("", hasSize(1))
            .body("[0].retries", equalTo(3))
            .extract()
            .path("[0].id");

    rest().request().post("/job/" + job + "/execute").then().statusCode(204);

    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
    rest().get("/job/" + job).then().statusCode(404);
  }

  @Test
  void a_message_that_nobody_waits_for_is_refused_and_changes_nothing() {
    String instance = order("PT1H");

    rest()
        .post("/message", Map.of("messageName", "paid", "businessKey", key))
        .then()
        .statusCode(400)
        .body("type", equalTo("RestException"))
        .body("message", containsString("MismatchingMessageCorrelationException"));
    rest()
        .get("/process-instance/" + instance + "/activity-instances")
        .then()
        .body("childActivityInstances.activityId", contains("approve"));
  }

  @Test
  void an_instance_is_moved_by_hand() {
    String instance = order("PT1H");

    rest()
        .post(
            "/process-instance/" + instance + "/modification",
            Map.of(
                "instructions",
                List.of(
                    Map.of("type", "cancel", "activityId", "approve"),
                    Map.of("type", "startAfterActivity", "activityId", "is-paid"))))
        .then()
        .statusCode(204);

    rest()
        .get("/process-instance/" + instance + "/activity-instances")
        .then()
        .body("childActivityInstances.activityId", contains("pack"));
    rest().get("/task?processInstanceId=" + instance).then().body("", hasSize(0));
    rest()
        .post(
            "/process-instance/" + instance + "/modification",
            Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "nowhere"))))
        .then()
        .statusCode(400);
  }

  private String order(String patience) {
    correlate(
        "ordered",
        Map.of(
            "patience",
            RestApi.string(patience),
            "items",
            Map.of("type", "Json", "value", "[\"cup\", \"plate\"]")));
    return rest()
        .get("/process-instance?processDefinitionKey=order&businessKey=" + key)
        .then()
        .body("", hasSize(1))
        .extract()
        .path("[0].id");
  }

  private void correlate(String message, Map<String, ?> variables) {
    rest()
        .post(
            "/message",
            Map.of("messageName", message, "businessKey", key, "processVariables", variables))
        .then()
        .statusCode(204);
  }

  private void approve(String instance) {
    String task =
        rest()
            .get("/task?candidateGroup=sales&processInstanceId=" + instance)
            .then()
            .body("", hasSize(1))
            .body("[0].name", equalTo("Approve the order"))
            .extract()
            .path("[0].id");
    rest().post("/task/" + task + "/claim", Map.of("userId", "mary")).then().statusCode(204);
    rest().post("/task/" + task + "/complete", Map.of()).then().statusCode(204);
  }

  /** The asyncBefore of the tasks creates them a moment later. */
  private List<Map<String, Object>> wrapTasks(int count) {
    return await()
        .atMost(10, SECONDS)
        .until(
            () ->
                rest()
                    .post("/external-task/fetchAndLock", wrapRequest())
                    .<List<Map<String, Object>>>path("$"),
            tasks -> tasks.size() == count);
  }

  private Map<String, Object> wrapRequest() {
    return Map.of(
        "workerId",
        "packer",
        "maxTasks",
        10,
        "topics",
        List.of(Map.of("topicName", "wrap", "lockDuration", 60_000, "businessKey", key)));
  }

  private void wrap(Map<String, Object> task) {
    assertThat(task.get("variables").toString()).contains("item");
    rest()
        .complete(
            (String) task.get("id"),
            "packer",
            Map.of("weight", Map.of("type", "Integer", "value", 3)))
        .then()
        .statusCode(204);
  }
}
