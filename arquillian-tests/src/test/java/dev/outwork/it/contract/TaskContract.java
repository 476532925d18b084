package dev.outwork.it.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Rows about external tasks. An instance, {@code <instance>}, waits for four: {@code <open>} that
 * nobody has locked, {@code <held>} that {@code holder} has, {@code <expired>} whose lock has run
 * out, and {@code <exhausted>} without retries; {@code <suspended>} belongs to {@code holder} and
 * to an instance that is suspended.
 */
abstract class TaskContract extends Contract {
  private static final long LONG = 3_600_000;

  @BeforeEach
  final void startInstances() throws IOException {
    try (InputStream model = getClass().getResourceAsStream("/processes/contract.bpmn")) {
      wire().deploy("contract.bpmn", model.readAllBytes()).statusCode(200);
    }
    String instance = name("instance", start());
    List<Map<String, Object>> tasks =
        wire().get("/external-task?processInstanceId=" + instance).then().extract().path("$");
    tasks.forEach(task -> name((String) task.get("activityId"), (String) task.get("id")));
    Map<String, Object> open =
        tasks.stream()
            .filter(task -> task.get("activityId").equals("open"))
            .findFirst()
            .orElseThrow();
    name("definition", (String) open.get("processDefinitionId"));
    name("execution", (String) open.get("executionId"));
    lock("held", LONG);
    lock("expired", 1);
    lock("exhausted", LONG);
    answers(
        "POST /external-task/<exhausted>/failure",
        """
        {"workerId": "holder", "errorMessage": "broken", "errorDetails": "long story", "retries": 0}
        """,
        204,
        null);
    suspend();
  }

  private void suspend() {
    String other = name("suspendedInstance", start());
    String path = "/external-task?activityId=held&processInstanceId=" + other;
    name("suspended", wire().get(path).then().extract().path("[0].id"));
    lock("suspended", LONG);
    answers(
        "PUT /process-instance/<suspendedInstance>/suspended", "{\"suspended\": true}", 204, null);
  }

  @AfterEach
  final void deleteInstances() {
    for (String instance : List.of("<instance>", "<suspendedInstance>")) {
      ask("DELETE /process-instance/" + instance, null);
    }
  }

  private String start() {
    Map<String, Object> variables =
        Map.of("city", Map.of("value", "Graz"), "amount", Map.of("value", 30));
    return wire()
        .post(
            "/process-definition/key/contract/start",
            Map.of("variables", variables, "businessKey", "contract-1"))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private void lock(String name, long milliseconds) {
    answers(
        "POST /external-task/<" + name + ">/lock",
        "{\"workerId\": \"holder\", \"lockDuration\": " + milliseconds + "}",
        204,
        null);
  }
}
