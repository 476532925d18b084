package dev.outwork.it.contract;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Deployments" and "Process definitions". Every row finds two
 * versions of a process, {@code <first>} without and {@code <second>} with an instance, a process
 * of a tenant, and one that is suspended. Rows that change nothing find the same ones.
 */
class RepositoryContractIT extends Contract {
  /** start --> work (external) --> end. */
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="%s" name="A process" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="%1$s"/>
          <sequenceFlow id="out" sourceRef="work" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  private static Map<String, String> untouched;

  private final Map<String, String> known = new HashMap<>();
  private String key;

  @BeforeEach
  void findProcesses() {
    if (untouched == null) {
      deployProcesses();
      untouched = Map.copyOf(known);
    }
    untouched.forEach(this::name);
    key = untouched.get("key");
  }

  /** For rows that change something. */
  private void deployProcesses() {
    key = it("key", "p" + UUID.randomUUID());
    it("first", definition(deploy(key).statusCode(200)));
    ValidatableResponse second = deploy(key).statusCode(200);
    it("deployment", second.extract().path("id"));
    it("second", definition(second));
    it("instance", rest().start(key, Map.of()));
    it("resource", ask("GET /deployment/<deployment>/resources", null).path("[0].id"));
    it("tenant", "acme-" + key);
    it("tenantsOwn", definition(deploy(key, "tenant-id", "acme-" + key).statusCode(200)));
    it("asleep", definition(deploy("asleep-" + key).statusCode(200)));
    answers("PUT /process-definition/<asleep>/suspended", "{\"suspended\":true}", 204, null);
  }

  private String it(String name, String value) {
    known.put(name, value);
    return name(name, value);
  }

  private ValidatableResponse deploy(String processKey, String... fieldsAndValues) {
    RequestSpecification form =
        given()
            .baseUri(rest().root())
            .multiPart("deployment-name", processKey)
            .multiPart(
                "data",
                processKey + ".bpmn",
                MODEL.formatted(processKey).getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      form.multiPart(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    return form.post("/deployment/create").then();
  }

  private static String definition(ValidatableResponse deployed) {
    Map<String, Object> definitions = deployed.extract().path("deployedProcessDefinitions");
    return definitions.keySet().iterator().next();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/repository/deployments-answer-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void deployments_answer_with(String request, String body, int status, String expected) {
    deployProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/repository/deployments-refuse-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void deployments_refuse_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/repository/definitions-answer-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void definitions_answer_with(String request, String body, int status, String expected) {
    deployProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/repository/definitions-refuse-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void definitions_refuse_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE /process-definition/<first>",
        "DELETE /process-definition/<second>?cascade=true",
        "DELETE /process-definition/key/<key>?cascade=true",
        "DELETE /process-definition/key/<key>/tenant-id/<tenant>?cascade=true"
      })
  void a_deletion_of_definitions_answers_with_200_and_nothing(String request) {
    deployProcesses();
    assertThat(answers(request, null, 200, null).asString()).isEmpty();
  }

  @Test
  void a_key_that_is_deleted_is_its_latest_version_without_tenant() {
    deployProcesses();
    answers("DELETE /process-definition/key/<key>?cascade=TRUE", null, 200, null);

    answers("GET /process-definition/count?key=<key>", null, 200, "{\"count\":2}");
    answers("GET /process-definition/<first>", null, 200, null);
    answers("GET /process-definition/<tenantsOwn>", null, 200, null);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources =
          "/contract/repository/a-deletion-of-all-versions-answers-with-204-and-nothing.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void a_deletion_of_all_versions_answers_with_204_and_nothing(String below, int left) {
    deployProcesses();

    answers("DELETE /process-definition/key/<key>" + below, null, 204, null);

    answers("GET /process-definition/count?key=<key>", null, 200, "{\"count\":" + left + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2040-01-01T00:00:00.000+0000",
        "2040-01-01T00:00:00Z",
        "2040-01-01T00:00:00+02:00",
        "2040-01-01T00:00",
        "2040-01-01"
      })
  void a_deployment_for_later_starts_suspended(String date) {
    deploy("later-" + key, "deployment-activation-time", date)
        .statusCode(200)
        .body("deployedProcessDefinitions.values()[0].suspended", equalTo(true));
  }

  @Test
  void a_deployment_that_is_due_is_activated_by_a_job() {
    name("due", definition(deploy("due-" + key, "deployment-activation-time", "2020-01-01")));

    await()
        .atMost(10, SECONDS)
        .until(() -> !ask("GET /process-definition/<due>", null).<Boolean>path("suspended"));
  }

  @Test
  void a_deployment_refuses_a_date_that_is_none() {
    deploy("never-" + key, "deployment-activation-time", "soon")
        .statusCode(400)
        .body("type", equalTo("InvalidRequestException"))
        .body("message", containsString("deployment-activation-time"));
    answers("GET /process-definition/count?key=never-<key>", null, 200, "{\"count\":0}");
  }

  @Test
  void a_deployment_in_which_nothing_has_changed_is_that_of_the_same_tenant() {
    deployProcesses();
    deploy(key, "enable-duplicate-filtering", "true")
        .statusCode(200)
        .body("id", notNullValue())
        .body("tenantId", equalTo(null))
        .body("deployedProcessDefinitions", equalTo(null));
    deploy(key, "enable-duplicate-filtering", "true", "tenant-id", "acme-" + key)
        .statusCode(200)
        .body("tenantId", equalTo("acme-" + key));
  }

  @Test
  void an_instance_of_a_suspended_key_stands_still_until_it_is_activated() {
    deployProcesses();
    String suspend = "{\"suspended\":true,\"includeProcessInstances\":true}";
    answers("PUT /process-definition/key/<key>/suspended", suspend, 204, null);
    assertThat(rest().fetch("alice", key, 1)).isEmpty();
    answers("GET /process-instance/<instance>", null, 200, "\"suspended\":true");

    answers(
        "PUT /process-definition/key/<key>/suspended",
        suspend.replace("true,", "false,"),
        204,
        null);
    assertThat(rest().fetch("alice", key, 1)).hasSize(1);
  }
}
