package dev.outwork.it.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.outwork.it.server.OnServer;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A model of code, deployed over HTTP for workers that do what the code did. */
class CodeTopicsIT extends OnServer {
  private final String key = "coded-" + UUID.randomUUID();

  /** start --> charge (a delegate with a listener at its end) --> end. */
  private final String model =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="KEY" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="charge"/>
          <serviceTask id="charge" name="Charge" camunda:delegateExpression="${KEY.charge}">
            <extensionElements>
              <camunda:executionListener class="KEY.Audit" event="end"/>
            </extensionElements>
          </serviceTask>
          <sequenceFlow id="out" sourceRef="charge" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """
          .replace("KEY", key.replace('-', '_'));

  private ValidatableResponse deploy(String codeBecomesTopics) {
    RequestSpecification request =
        given()
            .baseUri(rest().root())
            .multiPart("model", "m.bpmn", model.getBytes(StandardCharsets.UTF_8), "text/xml");
    return (codeBecomesTopics == null
            ? request
            : request.multiPart("code-becomes-topics", codeBecomesTopics))
        .post("/deployment/create")
        .then();
  }

  @Test
  void code_is_worked_on_as_topics() {
    String process = key.replace('-', '_');
    deploy("true")
        .statusCode(200)
        .body("codeTopics.activityId", contains("charge", "charge#end-1"))
        .body("codeTopics.topic", contains(process + ".charge", process + ".Audit"))
        .body("codeTopics.code", contains("delegateExpression", "class"));
    rest()
        .get("/process-definition/key/" + process + "/topics")
        .then()
        .statusCode(200)
        .body("activityName", contains("Charge", "Charge"))
        .body("activityType", contains("serviceTask", "executionListener"));
    String instance = rest().start(process, Map.of());

    complete(process + ".charge");
    complete(process + ".Audit");

    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
  }

  private void complete(String topic) {
    List<Map<String, Object>> tasks = rest().fetch("w", topic, 1);
    rest().complete((String) tasks.get(0).get("id"), "w", Map.of()).then().statusCode(204);
  }

  @Test
  void code_is_refused_unless_the_deployment_asks_for_topics() {
    for (String not : new String[] {null, "false"}) {
      deploy(not)
          .statusCode(400)
          .body("type", equalTo("ParseException"))
          .body("message", containsString("charge"));
    }
  }

  @Test
  void a_value_that_is_no_boolean_is_refused() {
    deploy("yes")
        .statusCode(400)
        .body("type", equalTo("InvalidRequestException"))
        .body("message", containsString("'code-becomes-topics' is 'yes'"));
  }

  @Test
  void topics_of_an_unknown_definition_are_missing() {
    rest().get("/process-definition/none/topics").then().statusCode(404);
    rest().get("/process-definition/key/none/topics").then().statusCode(404);
  }

  @Test
  void a_deployment_without_code_says_nothing_of_topics() {
    rest()
        .deploy(
            "m.bpmn",
            model
                .replaceAll(
                    "(?s)camunda:delegate.*</serviceTask>",
                    "camunda:type=\"external\" camunda:topic=\"t\"/>")
                .getBytes(StandardCharsets.UTF_8))
        .statusCode(200)
        .body("$", not(hasKey("codeTopics")));
  }
}
