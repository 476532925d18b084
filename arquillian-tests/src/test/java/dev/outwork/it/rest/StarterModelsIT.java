package dev.outwork.it.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.RestApi;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Models of the kind with which people begin to work with external tasks, from the modeler to their
 * end.
 */
class StarterModelsIT extends OnServer {
  private static final String WORKER = "dockers";
  private static final String SCRIPTS = "script:javascript";
  private static final int LONGEST_WAIT_MILLIS = 60_000;

  private static byte[] file(String name) {
    try (InputStream file =
        StarterModelsIT.class.getResourceAsStream("/processes/starters/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ValidatableResponse deploy(boolean codeBecomesTopics, String... files) {
    RequestSpecification request =
        given()
            .baseUri(rest().root())
            .multiPart("code-becomes-topics", String.valueOf(codeBecomesTopics));
    for (String name : files) {
      request.multiPart(name, name, file(name), "text/xml");
    }
    return request.post("/deployment/create").then();
  }

  /** Waits until there is work, as workers do. */
  private Map<String, Object> fetch(String topic) {
    List<Map<String, Object>> tasks =
        rest()
            .post(
                "/external-task/fetchAndLock",
                Map.of(
                    "workerId",
                    WORKER,
                    "maxTasks",
                    1,
                    "asyncResponseTimeout",
                    LONGEST_WAIT_MILLIS,
                    "topics",
                    List.of(Map.of("topicName", topic, "lockDuration", 60_000))))
            .then()
            .statusCode(200)
            .extract()
            .path("$");
    assertThat(tasks).as("work on " + topic).hasSize(1);
    return tasks.get(0);
  }

  /** Works on one task, and returns its instance. */
  private String work(String topic, Map<String, ?> variables) {
    Map<String, Object> task = fetch(topic);
    rest().complete((String) task.get("id"), WORKER, variables).then().statusCode(204);
    return (String) task.get("processInstanceId");
  }

  /** Lets the timer of a start event happen now. */
  private void startByTimer(String key) {
    String job =
        rest()
            .get("/job?processDefinitionKey=" + key)
            .then()
            .body("", hasSize(1))
            .extract()
            .path("[0].id");
    rest().post("/job/" + job + "/execute", Map.of()).then().statusCode(204);
  }

  private void assertEndedAt(String instance, String... ends) {
    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
    rest()
        .get("/history/activity-instance?activityType=noneEndEvent&processInstanceId=" + instance)
        .then()
        .body("activityId", containsInAnyOrder(ends));
  }

  /** start --> fits? (decision) --> yes: moor (external) --> end; no: ask (user) --> moor. */
  @Test
  void a_decision_of_the_same_deployment_leads_to_the_worker() {
    deploy(false, "berth.bpmn", "berth.dmn").statusCode(200);
    String small = rest().start("starter-berth", Map.of("length", Map.of("value", 80)));
    work("starter-moor", Map.of());
    assertEndedAt(small, "EndEvent_1");

    String big = rest().start("starter-berth", Map.of("length", Map.of("value", 300)));
    String task =
        rest()
            .get("/task?processInstanceId=" + big)
            .then()
            .body("taskDefinitionKey", contains("Task_ask"))
            .extract()
            .path("[0].id");
    rest().get("/task/" + task + "/form-variables").then().body("length.value", equalTo(300));
    rest()
        .post(
            "/task/" + task + "/submit-form",
            Map.of("variables", Map.of("granted", Map.of("value", true))))
        .then()
        .statusCode(204);
    work("starter-moor", Map.of());
    assertEndedAt(big, "EndEvent_1");
  }

  /** cron start --> weigh (external, a script before it) --> for each: lift or carry --> end. */
  @Test
  void a_script_in_a_parameter_is_work_before_the_task() {
    deploy(false, "cargo.bpmn").statusCode(400);
    deploy(true, "cargo.bpmn")
        .statusCode(200)
        .body("codeTopics.topic", contains(SCRIPTS))
        .body("codeTopics.activityId", contains("Task_weigh#input-1"));
    startByTimer("starter-cargo");

    work(SCRIPTS, Map.of("scale", RestApi.string("north")));
    String instance =
        work("starter-cargo-weigh", Map.of("weights", Map.of("value", "[3, 9]", "type", "Json")));
    work("starter-cargo-lift", Map.of());
    work("starter-cargo-carry", Map.of());

    assertEndedAt(instance, "EndEvent_1", "EndEvent_2", "EndEvent_3");
    rest()
        .get("/history/variable-instance?variableName=Input_1a2b3c4&processInstanceId=" + instance)
        .then()
        .body("", hasSize(1))
        .body("[0].value", nullValue());
  }

  /** The same without a script, and with a list as the Java client sends it. */
  @Test
  void a_cron_text_of_six_fields_starts_an_instance() {
    deploy(false, "parcels.bpmn").statusCode(200);
    startByTimer("starter-parcels");

    String instance =
        work(
            "starter-parcels-weigh",
            Map.of(
                "weights",
                Map.of(
                    "value",
                    "[3, 9, 1]",
                    "type",
                    "Object",
                    "valueInfo",
                    Map.of(
                        "objectTypeName",
                        "java.util.ArrayList",
                        "serializationDataFormat",
                        "application/json"))));
    work("starter-parcels-carry", Map.of());
    work("starter-parcels-lift", Map.of());
    work("starter-parcels-carry", Map.of());

    assertEndedAt(instance, "EndEvent_1", "EndEvent_2", "EndEvent_3", "EndEvent_3");
  }

  /** R10/PT1S as a duration --> [write (external)] --> end; a bill: file (external) --> end. */
  @Test
  void a_duration_that_repeats_starts_one_instance_by_itself() {
    deploy(false, "bill.bpmn").statusCode(200);

    String instance = work("starter-bill-write", Map.of("bill", RestApi.string("B-1")));
    work("starter-bill-file", Map.of());

    assertEndedAt(instance, "EndEvent_filed");
    rest().get("/job/count?processDefinitionKey=starter-bill").then().body("count", equalTo(0));
  }

  /** start (form) --> choose (form) --> XML or JSON (external) --> log (script) --> end. */
  @Test
  void a_form_starts_an_instance() {
    deploy(true, "crew.bpmn").statusCode(200);
    String instance =
        rest()
            .post(
                "/process-definition/key/starter-crew/submit-form",
                Map.of(
                    "variables",
                    Map.of(
                        "name", Map.of("value", "Ada"),
                        "rank", Map.of("value", "cook"),
                        "age", Map.of("value", "42"),
                        "seasick", Map.of("value", true),
                        "since", Map.of("value", "31/12/2001"))))
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    String task = rest().get("/task?processInstanceId=" + instance).then().extract().path("[0].id");
    rest()
        .post(
            "/task/" + task + "/submit-form",
            Map.of("variables", Map.of("paper", Map.of("value", "json"))))
        .then()
        .statusCode(204);

    work("starter-crew-json", Map.of());
    work(SCRIPTS, Map.of());

    assertEndedAt(instance, "EndEvent_1");
    rest()
        .get("/history/variable-instance?variableName=age&processInstanceId=" + instance)
        .then()
        .body("type", contains("Long"))
        .body("value", contains(42));
  }
}
