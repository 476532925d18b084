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
import org.junit.jupiter.params.provider.CsvSource;
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
    it("instance", wire().start(key, Map.of()));
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
            .baseUri(wire().root())
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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                             | body                                | status | the answer has
          GET /deployment?name=<key>&withoutTenantId=true       |                                     | 200    | "name":"<key>","source":null,
          GET /deployment/count?name=<key>                      |                                     | 200    | {"count":3}
          GET /deployment/registered                            |                                     | 200    | []
          GET /deployment/<deployment>                          |                                     | 200    | "id":"<deployment>","name":"<key>"
          GET /deployment/<deployment>/resources                |                                     | 200    | [{"id":"<resource>","name":"<key>.bpmn","deploymentId":"<deployment>"}]
          GET /deployment/<deployment>/resources/<resource>     |                                     | 200    | {"id":"<resource>","name":"<key>.bpmn"
          POST /deployment/<deployment>/redeploy                | {}                                  | 200    | "key":"<key>"
          POST /deployment/<deployment>/redeploy                | {"source":"again"}                  | 200    | "source":"again"
          POST /deployment/<deployment>/redeploy                | {"resourceIds":["<resource>"]}      | 200    | "version":3
          POST /deployment/<deployment>/redeploy                | {"resourceNames":["<key>.bpmn"]}    | 200    | "version":3
          DELETE /deployment/<deployment>?cascade=true          |                                     | 204    |
          """)
  void deployments_answer_with(String request, String body, int status, String expected) {
    deployProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                         | body                          | status | type                    | code  | message
          GET /deployment?source=a&withoutSource=true       |                               | 400    | InvalidRequestException |       | 'source' and 'withoutSource'
          GET /deployment?sortBy=id                         |                               | 400    | InvalidRequestException |       | sort
          GET /deployment/<unknown>                         |                               | 404    | InvalidRequestException |       | Deployment with id '<unknown>' does not exist
          GET /deployment/<unknown>/resources               |                               | 404    | InvalidRequestException |       | Deployment resources for deployment id '<unknown>' do not exist.
          GET /deployment/<deployment>/resources/<unknown>  |                               | 404    | InvalidRequestException |       | Deployment resource with resource id '<unknown>' for deployment id '<deployment>' does not exist.
          GET /deployment/<deployment>/resources/<unknown>/data |                           | 404    | InvalidRequestException |       | <unknown>
          POST /deployment/<unknown>/redeploy               | {}                            | 404    | InvalidRequestException |       | Deployment with id '<unknown>' does not exist
          POST /deployment/<deployment>/redeploy            | {"resourceIds":["<unknown>"]} | 404    | InvalidRequestException |       | The deployment with id '<deployment>' does not contain the following resources with id: <unknown>
          POST /deployment/<deployment>/redeploy            | {"resourceNames":["nothing"]} | 404    | InvalidRequestException |       | does not contain the following resources with name: nothing
          POST /deployment/<deployment>/redeploy            | {"resourceNames":[null]}      | 400    | NotValidException       | 0     | null
          POST /deployment/<deployment>/redeploy            | {"resourceIds":"one"}         | 400    | InvalidRequestException |       |
          DELETE /deployment/<unknown>                      |                               | 404    | InvalidRequestException |       | Deployment with id '<unknown>' does not exist
          DELETE /deployment/<deployment>                   |                               | 500    | ProcessEngineException  | 10001 | ENGINE-03076 Deletion of process definition without cascading failed. Process definition with id:
          """)
  void deployments_refuse_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                        | body                                          | status | the answer has
          GET /process-definition?key=<key>&withoutTenantId=true           |                                               | 200    | [{"id":"
          GET /process-definition/count?key=<key>                          |                                               | 200    | {"count":3}
          GET /process-definition/count?key=<key>&startableBy=mary         |                                               | 200    | {"count":0}
          GET /process-definition/count?key=<key>&startablePermissionCheck=true | |                                                200    | {"count":3}
          GET /process-definition/count?key=<key>&incidentType=failedJob   |                                               | 200    | {"count":0}
          GET /process-definition/count?key=<key>&incidentId=a             |                                               | 200    | {"count":0}
          GET /process-definition/count?key=<key>&incidentMessage=a        |                                               | 200    | {"count":0}
          GET /process-definition/count?key=<key>&incidentMessageLike=a    |                                               | 200    | {"count":0}
          GET /process-definition/count?key=<key>&suspended=true           |                                               | 200    | {"count":0}
          GET /process-definition/<first>                                  |                                               | 200    | {"id":"<first>","key":"<key>","category":"http://test","description":null,"name":"A process","version":1,"resource":"<key>.bpmn"
          GET /process-definition/key/<key>                                |                                               | 200    | {"id":"<second>"
          GET /process-definition/key/<key>/tenant-id/<tenant>             |                                               | 200    | {"id":"<tenantsOwn>"
          GET /process-definition/<asleep>                                 |                                               | 200    | "suspended":true
          GET /process-definition/key/<key>/xml                            |                                               | 200    | {"id":"<second>","bpmn20Xml":"<definitions
          GET /process-definition/<first>/diagram                          |                                               | 204    |
          GET /process-definition/<first>/startForm                        |                                               | 200    | {"key":null,"camundaFormRef":null,"contextPath":null}
          GET /process-definition/<first>/form-variables                   |                                               | 200    | {}
          POST /process-definition/<first>/start                           | {"businessKey":"b"}                           | 200    | "definitionId":"<first>","definitionKey":"<key>","businessKey":"b"
          POST /process-definition/key/<key>/start                         | {"variables":{"a":{"value":1}},"withVariablesInReturn":true} | 200 | "variables":{"a":{"type":"Integer","value":1,"valueInfo":{}}}
          POST /process-definition/<first>/submit-form                     | {"businessKey":"b","variables":{"a":{"value":1}}} | 200 | "definitionId":"<first>","definitionKey":"<key>","businessKey":"b"
          POST /process-definition/key/<key>/tenant-id/<tenant>/submit-form | {}                                           | 200    | "definitionId":"<tenantsOwn>"
          GET /process-definition/<second>/statistics                      |                                               | 200    | ActivityStatisticsResultDto","id":"work","instances":1,"failedJobs":0,"incidents":[]}]
          GET /process-definition/key/<key>/statistics?failedJobs=true&incidents=true | |                                    200    | "id":"work","instances":1,"failedJobs":0,"incidents":[]}]
          GET /process-definition/<first>/statistics?incidentsForType=failedJob | |                                          200    | []
          GET /process-definition/statistics                               |                                               | 200    | ProcessDefinitionStatisticsResultDto","id":"<second>","instances":1,"failedJobs":0,"incidents":[],"definition":{"id":"<second>"
          GET /process-definition/statistics?rootIncidents=true            |                                               | 200    | "id":"<first>","instances":0
          PUT /process-definition/<first>/history-time-to-live             | {"historyTimeToLive":5}                       | 204    |
          PUT /process-definition/key/<key>/history-time-to-live           | {"historyTimeToLive":null}                    | 204    |
          PUT /process-definition/<first>/suspended                        | {"suspended":true}                            | 204    |
          PUT /process-definition/key/<key>/suspended                      | {"suspended":true,"includeProcessInstances":true} | 204 |
          PUT /process-definition/key/<key>/tenant-id/<tenant>/suspended   | {"suspended":false}                           | 204    |
          PUT /process-definition/<first>/suspended                        | {"suspended":true,"executionDate":"2040-01-01T00:00:00.000+0000"} | 204 |
          PUT /process-definition/<first>/suspended                        | {"suspended":true,"executionDate":"2040-01-01T00:00:00"} | 204 |
          PUT /process-definition/<first>/suspended                        | {"suspended":true,"executionDate":""}         | 204    |
          PUT /process-definition/suspended                                | {"processDefinitionKey":"<key>","suspended":true} | 204 |
          PUT /process-definition/suspended                                | {"processDefinitionKey":"<key>","suspended":true,"includeProcessInstances":true,"executionDate":"2040-01-01"} | 204 |
          """)
  void definitions_answer_with(String request, String body, int status, String expected) {
    deployProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                    | body                                     | status | type                    | code  | message
          GET /process-definition?sortBy=nothing&sortOrder=asc         |                                          | 400    | InvalidRequestException |       | sort
          GET /process-definition/<unknown>                            |                                          | 404    | InvalidRequestException |       | No matching definition with id <unknown>
          GET /process-definition/key/<unknown>                        |                                          | 404    | RestException           |       | No matching process definition with key: <unknown> and no tenant-id
          GET /process-definition/key/<key>/tenant-id/<unknown>        |                                          | 404    | RestException           |       | No matching process definition with key: <key> and tenant-id: <unknown>
          GET /process-definition/<unknown>/xml                        |                                          | 404    | InvalidRequestException |       | <unknown>
          GET /process-definition/<unknown>/diagram                    |                                          | 400    | NotFoundException       | 0     | no deployed process definition found with id '<unknown>'
          GET /process-definition/<unknown>/form-variables             |                                          | 400    | NotFoundException       | 0     | no deployed process definition found with id '<unknown>'
          GET /process-definition/key/<unknown>/diagram                |                                          | 404    | RestException           |       | <unknown>
          GET /process-definition/<unknown>/startForm                  |                                          | 400    | InvalidRequestException |       | Cannot get start form data for process definition <unknown>
          GET /process-definition/<first>/rendered-form                |                                          | 404    | InvalidRequestException |       | No matching rendered start form
          GET /process-definition/<first>/deployed-start-form          |                                          | 400    | InvalidRequestException |       | form key
          GET /process-definition/<unknown>/rendered-form              |                                          | 400    | NotFoundException       | 0     | no deployed process definition found with id '<unknown>'
          GET /process-definition/<unknown>/deployed-start-form        |                                          | 404    | InvalidRequestException |       | no deployed process definition found with id '<unknown>'
          GET /process-definition/key/<unknown>/startForm              |                                          | 404    | RestException           |       | <unknown>
          POST /process-definition/<unknown>/start                     | {}                                       | 500    | RestException           | 0     | Cannot instantiate process definition <unknown>: no deployed process definition found
          POST /process-definition/key/<unknown>/start                 | {}                                       | 404    | RestException           |       | <unknown>
          POST /process-definition/<asleep>/start                      | {}                                       | 500    | RestException           | 0     | is suspended
          POST /process-definition/<first>/start                       | {"variables":{"a":{"type":"Integer","value":"x"}}} | 400 | InvalidRequestException | | Cannot instantiate process definition <first>:
          POST /process-definition/<first>/start                       | {"skipIoMappings":true}                  | 500    | RestException           | 0     | startInstructions
          POST /process-definition/<asleep>/submit-form                | {}                                       | 500    | RestException           | 0     | is suspended
          POST /process-definition/<unknown>/submit-form               | {}                                       | 500    | RestException           | 0     | Cannot instantiate process definition <unknown>:
          POST /process-definition/<first>/submit-form                 | {"variables":{"a":{"type":"Nothing"}}}   | 400    | RestException           |       | Cannot instantiate process definition <first>:
          GET /process-definition/<unknown>/statistics                 |                                          | 404    | InvalidRequestException |       | <unknown>
          GET /process-definition/<first>/statistics?incidents=true&incidentsForType=a | |                         400      | InvalidRequestException |       | Only one of
          GET /process-definition/statistics?incidents=true&incidentsForType=a | |                                 400      | InvalidRequestException |       | Only one of
          GET /process-definition/statistics?incidents=true&rootIncidents=true | |                                 400      | InvalidRequestException |       | Only one of
          GET /process-definition/statistics?rootIncidents=true&incidentsForType=a | |                             400      | InvalidRequestException |       | Only one of
          PUT /process-definition/<first>/history-time-to-live         | {"historyTimeToLive":-1}                 | 400    | BadUserRequestException | 0     | historyTimeToLive is not greater than or equal to 0
          PUT /process-definition/<unknown>/history-time-to-live       | {"historyTimeToLive":1}                  | 404    | InvalidRequestException |       | <unknown>
          PUT /process-definition/<unknown>/suspended                  | {"suspended":true}                       | 404    | InvalidRequestException |       | <unknown>
          PUT /process-definition/key/<unknown>/suspended              | {"suspended":true}                       | 404    | RestException           |       | <unknown>
          PUT /process-definition/<first>/suspended                    | {"suspended":true,"executionDate":"soon"} | 400   | InvalidRequestException |       | The suspension state of Process Definition with id <first> could not be updated due to: 'soon'
          PUT /process-definition/<first>/suspended                    | {"suspended":true,"processDefinitionKey":"<key>"} | 400 | InvalidRequestException | | Only one of
          PUT /process-definition/suspended                            | {"suspended":true,"processDefinitionId":"<first>"} | 400 | InvalidRequestException | | Only processDefinitionKey can be set
          PUT /process-definition/suspended                            | {"suspended":true}                       | 400    | InvalidRequestException |       | Either processDefinitionId or processDefinitionKey
          PUT /process-definition/suspended                            | {"processDefinitionKey":"<unknown>","suspended":true} | 404 | InvalidRequestException | | <unknown>
          PUT /process-definition/suspended                            | {"processDefinitionKey":"<key>","executionDate":"soon"} | 400 | InvalidRequestException | | Could not update the suspension state of Process Definitions due to: 'soon'
          DELETE /process-definition/<unknown>                         |                                          | 404    | InvalidRequestException |       | <unknown>
          DELETE /process-definition/key/<unknown>                     |                                          | 404    | RestException           |       | <unknown>
          DELETE /process-definition/<second>                          |                                          | 500    | ProcessEngineException  | 10001 | ENGINE-03076 Deletion of process definition without cascading failed. Process definition with id:
          DELETE /process-definition/key/<key>                         |                                          | 500    | ProcessEngineException  | 10001 | ENGINE-03076 Deletion of process definition without cascading failed. Process definition with id:
          DELETE /process-definition/key/<key>/tenant-id/<unknown>     |                                          | 404    | RestException           |       | <unknown>
          DELETE /process-definition/key/<key>/delete                  |                                          | 500    | ProcessEngineException  | 10001 | ENGINE-03076 Deletion of process definition without cascading failed. Process definition with id:
          DELETE /process-definition/key/<unknown>/delete              |                                          | 404    | InvalidRequestException |       | No process definition found with key '<unknown>'
          DELETE /process-definition/key/<key>/tenant-id/<unknown>/delete |                                       | 404    | InvalidRequestException |       | No process definition found with key '<key>'
          GET /process-definition/key/<key>/delete                     |                                          | 405    | NotAllowedException     |       | HTTP 405 Method Not Allowed: GET on path
          """)
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
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /delete?cascade=true&skipCustomListeners=true&skipIoMappings=true | 0
          /tenant-id/<tenant>/delete                                        | 2
          /tenant-id/<tenant>/delete?cascade=true                           | 2
          """)
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
    assertThat(wire().fetch("alice", key, 1)).isEmpty();
    answers("GET /process-instance/<instance>", null, 200, "\"suspended\":true");

    answers(
        "PUT /process-definition/key/<key>/suspended",
        suspend.replace("true,", "false,"),
        204,
        null);
    assertThat(wire().fetch("alice", key, 1)).hasSize(1);
  }
}
