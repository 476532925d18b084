package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of docs/rest-api.md, "History", but for batches. Every row finds two instances of a
 * process that is kept for five days: {@code <ended>}, whose task {@code <task>} has failed once
 * and was completed then, and {@code <running>}, whose task has failed for good and has an {@code
 * <incident>}.
 */
class HistoryContractIT extends Contract {
  /** start --> work (external, "Do the work") --> end. */
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="%s" name="A process" isExecutable="true" camunda:historyTimeToLive="5">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" name="Do the work" camunda:type="external" camunda:topic="%1$s"/>
          <sequenceFlow id="out" sourceRef="work" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  private String key;

  @BeforeEach
  void endOneInstanceAndFailAnother() {
    key = name("key", "p" + UUID.randomUUID().toString().replace("-", ""));
    wire().deploy(key + ".bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8));
    name("ended", start());
    name("task", fail(1));
    fetch();
    answers("POST /external-task/<task>/complete", "{\"workerId\":\"alice\"}", 204, null);
    name("running", start());
    name("failed", fail(0));
    name(
        "definition",
        ask("GET /history/process-instance/<ended>", null).path("processDefinitionId"));
    name(
        "log",
        ask("GET /history/external-task-log?failureLog=true&externalTaskId=<task>", null)
            .path("[0].id"));
    name(
        "activity",
        ask("GET /history/activity-instance?activityId=work&processInstanceId=<ended>", null)
            .path("[0].id"));
    name("color", variable("color"));
    name("letter", variable("letter"));
    name("incident", ask("GET /incident?processInstanceId=<running>", null).path("[0].id"));
  }

  private String start() {
    Map<String, Object> letter =
        Map.of(
            "value", "ZGVhciBhbGw=", "type", "File", "valueInfo", Map.of("filename", "letter.txt"));
    return wire().start(key, Map.of("color", Wire.string("red"), "letter", letter));
  }

  private String fail(int retries) {
    String task = fetch();
    name("fetched", task);
    answers(
        "POST /external-task/<fetched>/failure",
        "{\"workerId\":\"alice\",\"errorMessage\":\"out of paper\",\"errorDetails\":\"tray 2\",\"retries\":"
            + retries
            + ",\"retryTimeout\":0}",
        204,
        null);
    return task;
  }

  private String fetch() {
    List<Map<String, Object>> fetched = wire().fetch("alice", key, 1);
    return (String) fetched.get(0).get("id");
  }

  private String variable(String variableName) {
    return ask(
            "GET /history/variable-instance?processInstanceId=<ended>&variableName=" + variableName,
            null)
        .path("[0].id");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                                                  | body                                                    | status | the answer has
          GET /history/process-instance?processDefinitionKey=<key>&finished=true                     |                                                         | 200    | [{"id":"<ended>","businessKey":null,"processDefinitionId":"<definition>","processDefinitionKey":"<key>","processDefinitionName":"A process","processDefinitionVersion":1,
          GET /history/process-instance/<ended>                                                      |                                                         | 200    | "startUserId":null,"startActivityId":"start","deleteReason":null,"rootProcessInstanceId":"<ended>","superProcessInstanceId":null,"superCaseInstanceId":null,"caseInstanceId":null,"tenantId":null,"state":"COMPLETED","restartedProcessInstanceId":null}
          GET /history/process-instance/<running>                                                    |                                                         | 200    | "endTime":null,"removalTime":null,"durationInMillis":null,
          POST /history/process-instance?maxResults=1                                                | {"processInstanceIds":["<ended>"]}                      | 200    | [{"id":"<ended>",
          GET /history/process-instance/count?processDefinitionKey=<key>                             |                                                         | 200    | {"count":2}
          GET /history/process-instance/count?processDefinitionKey=<key>&incidentStatus=open         |                                                         | 200    | {"count":1}
          GET /history/process-instance/count?processDefinitionKey=<key>&withRootIncidents=true      |                                                         | 200    | {"count":1}
          GET /history/process-instance/count?processDefinitionKey=<key>&activeActivityIdIn=work     |                                                         | 200    | {"count":1}
          GET /history/process-instance/count?processDefinitionKey=<key>&executedActivityIdIn=work   |                                                         | 200    | {"count":1}
          GET /history/process-instance/count?startedBy=mary                                         |                                                         | 200    | {"count":0}
          GET /history/process-instance/count?caseInstanceId=any                                     |                                                         | 200    | {"count":0}
          GET /history/process-instance/count?executedJobAfter=2020-01-01T00:00:00.000%2B0000        |                                                         | 200    | {"count":0}
          POST /history/process-instance/count                                                       | {"incidentIdIn":["<incident>"]}                         | 200    | {"count":1}
          POST /history/process-instance/count                                                       | {"processDefinitionKey":"<key>","incidentMessageLike":"%paper","incidentType":"failedExternalTask"} | 200 | {"count":1}
          POST /history/process-instance/count                                                       | {"processDefinitionKey":"<key>","activityIdIn":["work"]} | 200   | {"count":1}
          DELETE /history/process-instance/<ended>                                                   |                                                         | 204    |
          DELETE /history/process-instance/<unknown>?failIfNotExists=false                           |                                                         | 204    |
          GET /history/activity-instance?processInstanceId=<ended>&activityName=Do%20the%20work      |                                                         | 200    | [{"id":"<activity>","parentActivityInstanceId":"<ended>","activityId":"work","activityName":"Do the work","activityType":"serviceTask","processDefinitionKey":"<key>","processDefinitionId":"<definition>","processInstanceId":"<ended>",
          GET /history/activity-instance/<activity>                                                  |                                                         | 200    | "taskId":null,"calledProcessInstanceId":null,"calledCaseInstanceId":null,"assignee":null,
          GET /history/activity-instance?processInstanceId=<ended>&sortBy=activityName&sortOrder=asc |                                                         | 200    | [{"id":"end:
          POST /history/activity-instance                                                            | {"processInstanceId":"<ended>","activityNameLike":"Do%"} | 200   | [{"id":"<activity>"
          GET /history/activity-instance/count?processInstanceId=<ended>                             |                                                         | 200    | {"count":3}
          POST /history/activity-instance/count                                                      | {"processInstanceId":"<ended>","activityName":"None"}   | 200    | {"count":0}
          GET /history/variable-instance?processInstanceId=<ended>&variableName=color                |                                                         | 200    | [{"type":"String","value":"red","valueInfo":{},"id":"<color>","name":"color","processDefinitionKey":"<key>","processDefinitionId":"<definition>","processInstanceId":"<ended>","executionId":"<ended>","activityInstanceId":"<ended>","caseDefinitionKey":null,"caseDefinitionId":null,"caseInstanceId":null,"caseExecutionId":null,"taskId":null,"errorMessage":null,"tenantId":null,"state":"CREATED","createTime":
          GET /history/variable-instance?deserializeValues=false&processInstanceId=<ended>&variableName=color&variableValue=red | |                                200    | [{"type":"String","value":"red"
          POST /history/variable-instance                                                            | {"processInstanceId":"<ended>","variableTypeIn":["file"]} | 200  | [{"type":"File","value":null,"valueInfo":{"filename":"letter.txt"},"id":"<letter>",
          POST /history/variable-instance/count                                                      | {"processInstanceId":"<ended>","variableName":"COLOR","variableNamesIgnoreCase":true,"variableValue":"RED","variableValuesIgnoreCase":true} | 200 | {"count":1}
          GET /history/variable-instance/count?processInstanceId=<ended>&includeDeleted=true         |                                                         | 200    | {"count":2}
          GET /history/variable-instance/count?caseInstanceId=any                                    |                                                         | 200    | {"count":0}
          GET /history/variable-instance/<color>                                                     |                                                         | 200    | {"type":"String","value":"red"
          GET /history/external-task-log?externalTaskId=<task>&failureLog=true                       |                                                         | 200    | "errorMessage":"out of paper","activityId":"work","activityInstanceId":"<activity>",
          POST /history/external-task-log                                                            | {"logId":"<log>"}                                       | 200    | "rootProcessInstanceId":"<ended>","creationLog":false,"failureLog":true,"successLog":false,"deletionLog":false}]
          GET /history/external-task-log/count?externalTaskId=<task>                                 |                                                         | 200    | {"count":3}
          POST /history/external-task-log/count                                                      | {"externalTaskId":"<task>","successLog":true}           | 200    | {"count":1}
          GET /history/external-task-log/<log>                                                       |                                                         | 200    | {"id":"<log>","timestamp":
          GET /history/incident?processInstanceId=<running>                                          |                                                         | 200    | [{"id":"<incident>","processDefinitionKey":"<key>","processDefinitionId":"<definition>","processInstanceId":"<running>",
          GET /history/incident?incidentId=<incident>                                                |                                                         | 200    | "endTime":null,"removalTime":null,"incidentType":"failedExternalTask","activityId":"work","failedActivityId":"work","causeIncidentId":"<incident>","rootCauseIncidentId":"<incident>","configuration":"<failed>","historyConfiguration":
          GET /history/incident?incidentId=<incident>&open=true&sortBy=createTime&sortOrder=desc     |                                                         | 200    | "jobDefinitionId":null,"open":true,"deleted":false,"resolved":false,"annotation":null}]
          GET /history/incident/count?incidentId=<incident>&resolved=true                            |                                                         | 200    | {"count":0}
          GET /history/incident/count?jobDefinitionIdIn=any                                          |                                                         | 200    | {"count":0}
          """)
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                  | body                                            | status | type                    | code | message
          GET /history/process-instance/<unknown>                    |                                                 | 404    | InvalidRequestException |      | Historic process instance with id <unknown> does not exist
          DELETE /history/process-instance/<unknown>                 |                                                 | 404    | InvalidRequestException |      | Historic process instance with id <unknown> does not exist
          DELETE /history/process-instance/<running>                 |                                                 | 404    | InvalidRequestException |      | Process instance is still running, cannot delete historic process instance: <running>
          GET /history/process-instance?incidentStatus=closed        |                                                 | 400    | NotValidException       | 0    | must be 'open' or 'resolved'
          GET /history/process-instance?sortBy=startTime             |                                                 | 400    | InvalidRequestException |      | Only a single sorting parameter specified
          GET /history/activity-instance/<unknown>                   |                                                 | 404    | InvalidRequestException |      | Historic activity instance with id '<unknown>' does not exist
          GET /history/variable-instance/<unknown>                   |                                                 | 404    | InvalidRequestException |      | Historic variable instance with Id '<unknown>' does not exist.
          GET /history/variable-instance/<unknown>/data              |                                                 | 404    | InvalidRequestException |      | Historic variable instance with Id '<unknown>' does not exist.
          GET /history/variable-instance/<color>/data                |                                                 | 400    | InvalidRequestException |      | not a binary value
          GET /history/variable-instance?variableValue=red           |                                                 | 400    | NotValidException       | 0    | variable name and value are required
          GET /history/external-task-log/<unknown>                   |                                                 | 404    | InvalidRequestException |      | Historic external task log with id <unknown> does not exist
          GET /history/external-task-log/<unknown>/error-details     |                                                 | 404    | InvalidRequestException |      | No historic external task log found with id <unknown>: historicExternalTaskLog is null
          GET /history/incident?createTimeAfter=yesterday            |                                                 | 400    | InvalidRequestException |      | Cannot set query parameter 'createTimeAfter' to value 'yesterday'
          """)
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @Test
  void texts_and_files_come_as_what_they_are() {
    var details = ask("GET /history/external-task-log/<log>/error-details", null);
    var letter = ask("GET /history/variable-instance/<letter>/data", null);

    assertThat(details.statusCode()).isEqualTo(200);
    assertThat(details.contentType()).startsWith("text/plain");
    assertThat(details.asString()).isEqualTo("tray 2");
    assertThat(letter.statusCode()).isEqualTo(200);
    assertThat(letter.asString()).isEqualTo("dear all");
    assertThat(letter.header("Content-Disposition")).contains("letter.txt");
  }

  @Test
  void what_is_deleted_leaves_nothing_behind() {
    answers("DELETE /history/process-instance/<ended>", null, 204, null);

    for (String kind : List.of("activity-instance", "variable-instance", "external-task-log")) {
      answers(
          "GET /history/" + kind + "/count?processInstanceId=<ended>", null, 200, "{\"count\":0}");
    }
    refuses(
        "DELETE /history/process-instance/<ended>",
        null,
        404,
        "InvalidRequestException",
        null,
        null);
  }

  @Test
  void an_ended_instance_and_all_of_it_say_until_when_they_are_kept() {
    String until = ask("GET /history/process-instance/<ended>", null).path("removalTime");

    assertThat(until).isNotNull();
    for (String thing :
        List.of(
            "activity-instance/<activity>",
            "variable-instance/<color>",
            "external-task-log/<log>")) {
      answers("GET /history/" + thing, null, 200, "\"removalTime\":\"" + until + "\"");
    }
  }
}
