package dev.outwork.it.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Rows about external tasks. An instance, {@code <instance>}, waits for four: {@code <open>} that
 * nobody has locked, {@code <held>} that {@code holder} has, {@code <expired>} whose lock has run
 * out, and {@code <exhausted>} without retries; {@code <suspended>} belongs to {@code holder} and
 * to an instance that is suspended.
 */
abstract class TaskContract extends Contract {
  private static final long LONG = 3_600_000;

  // Of the server that the class has started; rows that change nothing share them.
  private static Map<String, String> instances = Map.of();

  @BeforeAll
  static void nothingIsStarted() {
    instances = Map.of();
  }

  @BeforeEach
  final void startInstances() throws IOException {
    if (instances.isEmpty()) {
      deploy();
      startOne();
      lockSome();
      suspendAnother();
      instances = names();
    }
    instances.forEach(this::name);
  }

  /** Says that other tests need instances of their own, because this one changes these. */
  protected final void changesTheInstances() {
    instances = Map.of();
  }

  @AfterEach
  final void deleteInstances() {
    if (instances.isEmpty()) {
      ask("DELETE /process-instance/<instance>", null);
      ask("DELETE /process-instance/<suspendedInstance>", null);
    }
  }

  private void deploy() throws IOException {
    try (InputStream model = getClass().getResourceAsStream("/processes/contract.bpmn")) {
      rest().deploy("contract.bpmn", model.readAllBytes()).statusCode(200);
    }
  }

  private void startOne() {
    String instance = name("instance", start());
    List<Map<String, Object>> tasks =
        rest().get("/external-task?processInstanceId=" + instance).then().extract().path("$");
    for (Map<String, Object> task : tasks) {
      name((String) task.get("activityId"), (String) task.get("id"));
      name("definition", (String) task.get("processDefinitionId"));
      if (task.get("activityId").equals("open")) {
        name("execution", (String) task.get("executionId"));
      }
    }
  }

  private void lockSome() {
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
  }

  private void suspendAnother() {
    String other = name("suspendedInstance", start());
    String path = "/external-task?activityId=held&processInstanceId=" + other;
    name("suspended", rest().get(path).then().extract().path("[0].id"));
    lock("suspended", LONG);
    answers(
        "PUT /process-instance/<suspendedInstance>/suspended", "{\"suspended\": true}", 204, null);
  }

  private String start() {
    Map<String, Object> variables =
        Map.of("city", Map.of("value", "Graz"), "amount", Map.of("value", 30));
    return rest()
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
