package dev.outwork.it.openapi;

import static io.restassured.RestAssured.given;

import dev.outwork.it.server.RestApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Something of every kind: definitions, instances that wait and that have ended, an incident. */
final class World {
  private static final String PROCESS = "world";
  private static final String TOPIC = "world-work";
  private static final String WORKER = "world-worker";

  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="world" name="World" namespace="http://test">
        <decision id="world-decision" name="Decision">
          <variable id="v" name="answer" typeRef="integer"/>
          <literalExpression id="e"><text>number + 1</text></literalExpression>
        </decision>
      </definitions>
      """;

  private final RestApi rest;

  World(RestApi rest) {
    this.rest = rest;
  }

  /** Makes it, or more of it. */
  void populate() throws IOException {
    deploy(null);
    deploy("world-tenant");
    evaluate();
    rest.start("world-quick", Map.of());
    rest.start(PROCESS, variables());
    rest.start(PROCESS, variables());
    List<Map<String, Object>> tasks = rest.fetch(WORKER, TOPIC, 1);
    fail((String) tasks.get(0).get("id"));
    // The first of these batches ends, the second one fails and stays.
    rest.post(
            "/filter/create",
            Map.of("resourceType", "Task", "name", "every task", "query", Map.of()))
        .then()
        .statusCode(200);
    rest.post("/process-instance/delete", Map.of("processInstanceIds", List.of("no-such-thing")))
        .then()
        .statusCode(200);
    rest.post(
            "/external-task/retries-async",
            Map.of("retries", 1, "externalTaskIds", List.of("no-such-thing")))
        .then()
        .statusCode(200);
  }

  static byte[] model() throws IOException {
    try (InputStream model = World.class.getResourceAsStream("/processes/world.bpmn")) {
      return model.readAllBytes();
    }
  }

  private void deploy(String tenant) throws IOException {
    var form =
        given()
            .baseUri(rest.root())
            .multiPart("deployment-name", "world")
            .multiPart("data", "world.bpmn", model(), "application/octet-stream")
            .multiPart(
                "decision",
                "world.dmn",
                DECISION.getBytes(StandardCharsets.UTF_8),
                "application/octet-stream");
    if (tenant != null) {
      form.multiPart("tenant-id", tenant);
    }
    form.post("/deployment/create").then().statusCode(200);
  }

  private void evaluate() {
    rest.post(
            "/decision-definition/key/world-decision/evaluate",
            Map.of("variables", Map.of("number", Map.of("value", 1, "type", "Integer"))))
        .then()
        .statusCode(200);
  }

  private void fail(String taskId) {
    rest.post(
            "/external-task/" + taskId + "/failure",
            Map.of(
                "workerId", WORKER, "errorMessage", "No way", "errorDetails", "...", "retries", 0))
        .then()
        .statusCode(204);
  }

  private static Map<String, Object> variables() {
    return Map.of(
        "text",
        Map.of("value", "hello", "type", "String"),
        "number",
        Map.of("value", 5, "type", "Integer"),
        "json",
        Map.of("value", "{\"a\": [1, null]}", "type", "Json"),
        "nothing",
        Map.of("type", "Null"),
        "bytes",
        Map.of("value", Base64.getEncoder().encodeToString(new byte[] {1, 2}), "type", "Bytes"),
        "file",
        Map.of("value", "QQ==", "type", "File", "valueInfo", Map.of("filename", "a.txt")));
  }
}
