package dev.outwork.it.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.outwork.it.server.OnServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Decisions over HTTP: deployed, evaluated by a client and by a process, and listed by history. */
class DecisionsIT extends OnServer {
  private static final String DECISIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                   xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                   id="graph-%1$s" name="Graph" namespace="http://test">
        <decision id="%1$s" name="Fee" camunda:historyTimeToLive="5">
          <informationRequirement id="needs"><requiredDecision href="#base-%1$s"/></informationRequirement>
          <decisionTable id="table" hitPolicy="COLLECT" aggregation="SUM">
            <input id="in" label="Amount"><inputExpression id="e" typeRef="integer"><text>amount</text></inputExpression></input>
            <output id="out" label="Fee" name="fee" typeRef="integer"/>
            <rule id="always"><inputEntry id="i1"><text>-</text></inputEntry><outputEntry id="o1"><text>base</text></outputEntry></rule>
            <rule id="much"><inputEntry id="i2"><text>&gt; 100</text></inputEntry><outputEntry id="o2"><text>7</text></outputEntry></rule>
          </decisionTable>
        </decision>
        <decision id="base-%1$s" name="Base">
          <variable id="v" name="base" typeRef="integer"/>
          <literalExpression id="l"><text>if vip then 0 else 5</text></literalExpression>
        </decision>
      </definitions>
      """;

  private static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="p-%1$s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
          <businessRuleTask id="decide" camunda:decisionRef="%1$s" camunda:resultVariable="fee"
                            camunda:mapDecisionResult="singleEntry"/>
          <sequenceFlow id="f2" sourceRef="decide" targetRef="ask"/>
          <userTask id="ask"/>
        </process>
      </definitions>
      """;

  private final String key = "fee-" + UUID.randomUUID().toString().substring(0, 8);

  private void deploy(String name, String document) {
    rest().deploy(name, document.getBytes(StandardCharsets.UTF_8)).statusCode(200);
  }

  private void deployDecisions() {
    deploy("fee.dmn", DECISIONS.formatted(key));
  }

  @Test
  void a_deployment_names_its_decisions() {
    rest()
        .deploy("fee.dmn", DECISIONS.formatted(key).getBytes(StandardCharsets.UTF_8))
        .statusCode(200)
        .body("deployedProcessDefinitions", nullValue())
        .body("deployedDecisionDefinitions.size()", equalTo(2))
        .body("deployedDecisionRequirementsDefinitions.size()", equalTo(1));

    rest()
        .get("/decision-definition?key=" + key)
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].id", startsWith(key + ":1:"))
        .body("[0].historyTimeToLive", equalTo(5))
        .body("[0].decisionRequirementsDefinitionKey", equalTo("graph-" + key));
    rest()
        .get("/decision-definition/key/" + key + "/xml")
        .then()
        .body("dmnXml", containsString(key));
    rest().get("/decision-definition/key/" + key + "/diagram").then().statusCode(204);
    rest()
        .get("/decision-definition/key/none")
        .then()
        .statusCode(404)
        .body("type", equalTo("RestException"))
        .body(
            "message", equalTo("No matching decision definition with key: none and no tenant-id"));
    rest()
        .get("/decision-definition/none")
        .then()
        .statusCode(404)
        .body("type", equalTo("InvalidRequestException"));
  }

  @Test
  void a_document_with_several_decisions_has_endpoints_of_its_own() {
    deployDecisions();
    String path = "/decision-requirements-definition";
    String graph = "graph-" + key;

    String id =
        rest()
            .get(path + "?key=" + graph)
            .then()
            .statusCode(200)
            .body("", hasSize(1))
            .body("[0].key", equalTo(graph))
            .body("[0].version", equalTo(1))
            .body("[0].resource", equalTo("fee.dmn"))
            .extract()
            .path("[0].id");
    rest().get(path + "/count?latestVersion=true&key=" + graph).then().body("count", equalTo(1));
    rest().get(path + "/" + id).then().statusCode(200).body("id", equalTo(id));
    rest().get(path + "/key/" + graph).then().statusCode(200).body("id", equalTo(id));
    rest().get(path + "/" + id + "/xml").then().body("dmnXml", containsString(graph));
    rest().get(path + "/key/" + graph + "/diagram").then().statusCode(204);

    rest()
        .get(path + "/none")
        .then()
        .statusCode(404)
        .body("type", equalTo("InvalidRequestException"));
    rest()
        .get(path + "/key/none")
        .then()
        .statusCode(404)
        .body("type", equalTo("RestException"))
        .body(
            "message",
            equalTo(
                "No matching decision requirements definition with key: none and no tenant-id"));
    rest()
        .get(path + "?latestVersion=true&version=1")
        .then()
        .statusCode(400)
        .body("type", equalTo("NotValidException"));
  }

  @Test
  void a_client_evaluates_a_decision() {
    deployDecisions();

    rest()
        .post(
            "/decision-definition/key/" + key + "/evaluate",
            Map.of(
                "variables", Map.of("amount", Map.of("value", 200), "vip", Map.of("value", false))))
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].fee.value", equalTo(12))
        .body("[0].fee.type", equalTo("Integer"));

    String root = "/history/decision-instance?decisionDefinitionKey=" + key;
    rest()
        .get(root)
        .then()
        .body("", hasSize(1))
        .body("[0].collectResultValue", equalTo(12.0f))
        .body("[0].removalTime", notNullValue())
        .body("[0]", not(hasKey("inputs")));
    String id =
        rest()
            .get(root + "&includeInputs=true&includeOutputs=true")
            .then()
            .body("[0].inputs[0].clauseName", equalTo("Amount"))
            .body("[0].inputs[0].value", equalTo(200))
            .body("[0].outputs.ruleId", equalTo(List.of("always", "much")))
            .extract()
            .path("[0].id");
    rest().get("/history/decision-instance/" + id).then().body("id", equalTo(id));
    rest()
        .get("/history/decision-instance/count?rootDecisionInstanceId=" + id)
        .then()
        .body("count", equalTo(2));
    rest()
        .get("/history/decision-instance/none")
        .then()
        .statusCode(404)
        .body("message", equalTo("Historic decision instance with id 'none' does not exist"));
  }

  @Test
  void a_process_evaluates_a_decision() {
    deployDecisions();
    deploy("p.bpmn", PROCESS.formatted(key));

    String instance =
        rest()
            .start("p-" + key, Map.of("amount", Map.of("value", 1), "vip", Map.of("value", true)));

    rest()
        .get("/process-instance/" + instance + "/variables/fee")
        .then()
        .body("value", equalTo(0))
        .body("type", equalTo("Integer"));
    rest()
        .get(
            "/history/decision-instance?rootDecisionInstancesOnly=true&processInstanceId="
                + instance)
        .then()
        .body("", hasSize(1))
        .body("[0].activityId", equalTo("decide"));
  }

  @Test
  void a_cell_that_is_not_feel_is_refused() {
    String document =
        DECISIONS
            .formatted(key)
            .replace(
                "<outputEntry id=\"o2\">", "<outputEntry id=\"o2\" expressionLanguage=\"juel\">");

    rest()
        .deploy("fee.dmn", document.getBytes(StandardCharsets.UTF_8))
        .statusCode(400)
        .body("type", equalTo("ParseException"))
        .body("message", startsWith("ENGINE-22004 Unable to transform DMN resource 'fee.dmn'."))
        .body("message", containsString("outputEntry 'o2' (rule 2, column 1)"));
  }

  @Test
  void a_decision_that_cannot_be_evaluated_is_reported() {
    deployDecisions();

    rest()
        .post(
            "/decision-definition/key/" + key + "/evaluate",
            Map.of("variables", Map.of("amount", Map.of("value", "x"))))
        .then()
        .statusCode(500)
        .body("message", startsWith("Cannot evaluate decision " + key + ":1:"));
  }
}
