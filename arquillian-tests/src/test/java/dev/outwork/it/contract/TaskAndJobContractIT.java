package dev.outwork.it.contract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of docs/rest-api.md, "User tasks" and "Jobs". Every row finds an open {@code
 * <task>}, one that is {@code <suspended>} and one that is {@code <done>}; and a {@code <job>} that
 * is due in an hour. Rows that change nothing find the same ones.
 */
class TaskAndJobContractIT extends Contract {
  /** start --> talk (user) --> end, and start --> pause (timer) --> end. */
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="talk-%1$s" name="Talking" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="talk"/>
          <userTask id="talk" name="Talk" camunda:candidateGroups="sales" camunda:formKey="talk.html"/>
          <sequenceFlow id="out" sourceRef="talk" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        <process id="pause-%1$s" isExecutable="true">
          <startEvent id="begin"/>
          <sequenceFlow id="there" sourceRef="begin" targetRef="pause"/>
          <intermediateCatchEvent id="pause">
            <timerEventDefinition id="timer"><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="on" sourceRef="pause" targetRef="over"/>
          <endEvent id="over"/>
        </process>
      </definitions>
      """;

  private static Map<String, String> untouched;

  private final Map<String, String> known = new HashMap<>();

  @BeforeEach
  void findTasksAndJob() {
    if (untouched == null) {
      startProcesses();
      untouched = Map.copyOf(known);
    }
    untouched.forEach(this::name);
  }

  /** For rows that change something. */
  private void startProcesses() {
    String key = it("key", UUID.randomUUID().toString());
    wire()
        .deploy("talk.bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8))
        .statusCode(200);
    String talking = it("instance", wire().start("talk-" + key, Map.of("a", number(5))));
    it("task", taskOf(talking));
    String sleeping = wire().start("talk-" + key, Map.of());
    it("suspended", taskOf(sleeping));
    answers("PUT /process-instance/" + sleeping + "/suspended", "{\"suspended\":true}", 204, null);
    it("done", taskOf(wire().start("talk-" + key, Map.of())));
    answers("POST /task/<done>/complete", "{}", 204, null);
    String pausing = it("pausing", wire().start("pause-" + key, Map.of()));
    it("job", ask("GET /job?processInstanceId=" + pausing, null).path("[0].id"));
  }

  private String it(String name, String value) {
    known.put(name, value);
    return name(name, value);
  }

  private String taskOf(String processInstanceId) {
    return ask("GET /task?processInstanceId=" + processInstanceId, null).path("[0].id");
  }

  private static Map<String, Object> number(int value) {
    return Map.of("value", value, "type", "Integer");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                | body                                            | status | the answer has
          GET /task?processInstanceId=<instance>                   |                                                 | 200    | [{"id":"<task>","name":"Talk","assignee":null,
          POST /task                                               | {"taskId":"<task>","sorting":[{"sortBy":"caseInstanceId","sortOrder":"desc"}]} | 200 | [{"id":"<task>"
          GET /task/count?processDefinitionKey=talk-<key>          |                                                 | 200    | {"count":2}
          POST /task/count                                         | {"processDefinitionKey":"talk-<key>"}           | 200    | {"count":2}
          GET /task/<task>                                         |                                                 | 200    | "formKey":"talk.html","camundaFormRef":null,"tenantId":null,"taskState":"Created"}
          GET /task?taskId=<task>&withTaskVariablesInReturn=true   |                                                 | 200    | "taskState":"Created","variables":{"a":{"type":"Integer","value":5,"valueInfo":{}}}}]
          GET /task?taskId=<task>&withTaskLocalVariablesInReturn=true |                                              | 200    | "taskState":"Created","variables":{}}]
          GET /task/<task>/form-variables                          |                                                 | 200    | {"a":{"type":"Integer","value":5,"valueInfo":{}}}
          GET /task/<task>/form-variables?variableNames=b          |                                                 | 200    | {}
          GET /task/<task>/comment                                 |                                                 | 200    | []
          GET /task/<task>/attachment                              |                                                 | 200    | []
          POST /task/<task>/submit-form                            | {"variables":{"b":{"value":1}}}                 | 204    |
          GET /task/<task>/form                                    |                                                 | 200    | {"key":"talk.html","camundaFormRef":null,"contextPath":null}
          PUT /task/<task>                                         | {"name":"Say","priority":7}                     | 204    |
          POST /task/<task>/claim                                  | {"userId":"mary"}                               | 204    |
          POST /task/<task>/unclaim                                | {}                                              | 204    |
          POST /task/<task>/assignee                               | {"userId":"mary"}                               | 204    |
          POST /task/<task>/delegate                               | {"userId":"mary"}                               | 204    |
          POST /task/<task>/resolve                                | {"variables":{"b":{"value":1}}}                 | 204    |
          POST /task/<task>/complete                               | {"variables":{"b":{"value":1}}}                 | 204    |
          POST /task/<task>/complete                               | {"withVariablesInReturn":true}                  | 200    | {"a":{"type":"Integer","value":5,"valueInfo":{}}}
          POST /task/<task>/bpmnEscalation                         | {"escalationCode":"late"}                       | 204    |
          GET /task/<task>/identity-links                          |                                                 | 200    | [{"userId":null,"groupId":"sales","type":"candidate"}]
          POST /task/<task>/identity-links                         | {"userId":"mary","type":"candidate"}            | 204    |
          POST /task/<task>/identity-links/delete                  | {"groupId":"sales","type":"candidate"}          | 204    |
          GET /task/<task>/variables                               |                                                 | 200    | {"a":{"type":"Integer","value":5,"valueInfo":{}}}
          POST /task/<task>/localVariables                         | {"modifications":{"c":{"value":1}}}             | 204    |
          GET /task/<task>/localVariables                          |                                                 | 200    | {}
          """)
  void tasks_answer_with(String request, String body, int status, String expected) {
    startProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                               | body                                   | status | type                                | code | message
          GET /task?priority=high                 |                                        | 400    | InvalidRequestException             |      | Cannot set query parameter 'priority' to value 'high'
          GET /task?assigneeExpression=$          |                                        | 400    | InvalidRequestException             |      | assigneeExpression
          GET /task?sortBy=name                   |                                        | 400    | InvalidRequestException             |      | sort
          GET /task?processVariables=a_is_5       |                                        | 400    | InvalidRequestException             |      |
          GET /task/<unknown>                     |                                        | 404    | InvalidRequestException             |      | No matching task with id <unknown>
          GET /task/<done>                        |                                        | 404    | InvalidRequestException             |      | No matching task with id <done>
          PUT /task/<unknown>                     | {}                                     | 404    | InvalidRequestException             |      | <unknown>
          POST /task/<unknown>/complete           | {}                                     | 500    | RestException                       | 0    | Cannot complete task <unknown>:
          POST /task/<done>/complete              | {}                                     | 500    | RestException                       | 0    | Cannot complete task <done>:
          POST /task/<suspended>/complete         | {}                                     | 500    | RestException                       | 0    | suspended
          POST /task/<task>/complete              | {"variables":{"b":{"type":"Integer","value":"x"}}} | 400 | InvalidRequestException    |      | Cannot complete task <task>:
          POST /task/<unknown>/submit-form        | {}                                     | 500    | RestException                       | 0    | Cannot submit task form <unknown>:
          GET /task/<task>/rendered-form          |                                        | 404    | InvalidRequestException             |      | <task>
          GET /task/<task>/deployed-form          |                                        | 400    | InvalidRequestException             |      | The form key 'talk.html' does not reference a deployed form.
          GET /task/<unknown>/form                |                                        | 400    | RestException                       | 0    | Cannot get form for task <unknown>
          GET /task/<unknown>/form-variables      |                                        | 400    | BadUserRequestException             | 0    | Cannot find task with id <unknown>
          GET /task/<unknown>/rendered-form       |                                        | 500    | NullValueException                  | 0    | <unknown>
          GET /task/<unknown>/deployed-form       |                                        | 500    | NullValueException                  | 0    | <unknown>
          GET /task/<unknown>/comment             |                                        | 404    | InvalidRequestException             |      | <unknown>
          POST /task/<unknown>/claim              | {"userId":"mary"}                      | 500    | NullValueException                  | 0    | Cannot find task with id <unknown>
          POST /task/<suspended>/claim            | {"userId":"mary"}                      | 400    | SuspendedEntityInteractionException | 0    | suspended
          POST /task/<unknown>/unclaim            | {}                                     | 500    | NullValueException                  | 0    | <unknown>
          POST /task/<unknown>/assignee           | {"userId":"mary"}                      | 500    | NullValueException                  | 0    | <unknown>
          POST /task/<unknown>/bpmnError          | {"errorCode":"e"}                      | 404    | RestException                       | 0    | <unknown>
          POST /task/<task>/identity-links        | {"type":"candidate"}                   | 400    | InvalidRequestException             |      | userId or groupId
          GET /task/<unknown>/variables           |                                        | 500    | NullValueException                  | 0    | <unknown>
          """)
  void tasks_refuse_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # filter                                          | tasks of the three
          taskId=<task>                                     | 1
          processInstanceId=<instance>                      | 1
          processInstanceIdIn=<instance>,<unknown>          | 1
          processInstanceBusinessKey=none                   | 0
          processDefinitionId=none                          | 0
          processDefinitionName=Talking                     | 2
          executionId=none                                  | 0
          taskDefinitionKey=talk                            | 2
          taskDefinitionKeyIn=talk,other                    | 2
          name=TALK                                         | 2
          nameLike=T%25                                     | 2
          assignee=mary                                     | 0
          candidateUser=mary                                | 0
          candidateGroup=sales                              | 2
          candidateGroups=sales,others                      | 2
          unassigned=true                                   | 2
          assigned=true                                     | 0
          active=true                                       | 1
          suspended=true                                    | 1
          priority=50                                       | 2
          minPriority=51                                    | 0
          maxPriority=50                                    | 2
          processVariables=a_eq_5                           | 0
          processVariables=a_like_%25                       | 0
          taskVariables=a_eq_5                              | 0
          tenantIdIn=acme                                   | 0
          withoutTenantId=true                              | 2
          parentTaskId=none                                 | 0
          caseInstanceId=none                               | 0
          caseInstanceBusinessKey=none                      | 0
          caseInstanceBusinessKeyLike=none                  | 0
          caseDefinitionId=none                             | 0
          caseDefinitionKey=none                            | 0
          caseDefinitionName=none                           | 0
          caseDefinitionNameLike=none                       | 0
          caseExecutionId=none                              | 0
          caseInstanceVariables=a_eq_5                      | 0
          """)
  void tasks_are_filtered(String filter, int count) {
    answers(
        "GET /task/count?processDefinitionKey=talk-<key>&" + filter,
        null,
        200,
        "{\"count\":%d}".formatted(count));
  }

  @Test
  void tasks_are_filtered_by_typed_variables() {
    String filter =
        "{\"processDefinitionKey\":\"talk-<key>\",\"processVariables\":"
            + "[{\"name\":\"a\",\"operator\":\"eq\",\"value\":5}]}";

    answers("POST /task/count", filter, 200, "{\"count\":1}");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                            | body                                          | status | the answer has
          GET /job?jobId=<job>                 |                                               | 200    | [{"id":"<job>","jobDefinitionId":null,"processInstanceId":"<pausing>"
          POST /job                            | {"jobId":"<job>","sorting":[{"sortBy":"jobDueDate","sortOrder":"asc"}]} | 200 | [{"id":"<job>"
          GET /job/count?jobId=<job>           |                                               | 200    | {"count":1}
          POST /job/count                      | {"jobIds":["<job>"]}                          | 200    | {"count":1}
          GET /job/<job>                       |                                               | 200    | "exceptionMessage":null,"failedActivityId":null,"retries":3,
          POST /job/<job>/execute              | {}                                            | 204    |
          PUT /job/<job>/retries               | {"retries":5}                                 | 204    |
          PUT /job/<job>/retries               | {"retries":5,"dueDate":"2040-01-01T00:00:00.000+0000"} | 204 |
          PUT /job/<job>/duedate               | {"duedate":"2040-01-01T00:00:00.000+0000"}    | 204    |
          PUT /job/<job>/duedate               | {"duedate":"2040-01-01T00:00:00.000+0000","cascade":true} | 204 |
          PUT /job/<job>/suspended             | {"suspended":true}                            | 204    |
          PUT /job/<job>/priority              | {"priority":5}                                | 204    |
          GET /job/<job>/stacktrace            |                                               | 204    |
          GET /job-definition                  |                                               | 200    | []
          POST /job-definition                 | {}                                            | 200    | []
          GET /job-definition/count            |                                               | 200    | {"count":0}
          POST /job-definition/count           | {}                                            | 200    | {"count":0}
          DELETE /job/<job>                    |                                               | 204    |
          """)
  void jobs_answer_with(String request, String body, int status, String expected) {
    startProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                        | body               | status | type                    | code | message
          GET /job?dueDates=soon           |                    | 400    | InvalidRequestException |      | dueDates
          GET /job?sortBy=no&sortOrder=asc |                    | 400    | InvalidRequestException |      | sort
          GET /job/<unknown>               |                    | 404    | InvalidRequestException |      | Job with id <unknown> does not exist
          POST /job/<unknown>/execute      | {}                 | 404    | InvalidRequestException |      | No job found with id '<unknown>'
          PUT /job/<unknown>/retries       | {"retries":1}      | 500    | InvalidRequestException |      | No job found with id '<unknown>'
          PUT /job/<job>/retries           | {}                 | 400    | InvalidRequestException |      | null
          PUT /job/<job>/retries           | {"retries":-1}     | 500    | InvalidRequestException |      | negative
          PUT /job/<unknown>/duedate       | {"duedate":null}   | 500    | InvalidRequestException |      | No job found with id '<unknown>'
          PUT /job/<job>/duedate           | {"duedate":"soon"} | 400    | InvalidRequestException |      |
          PUT /job/<unknown>/suspended     | {"suspended":true} | 404    | InvalidRequestException |      | No job found with id '<unknown>'
          PUT /job/<unknown>/priority      | {"priority":1}     | 404    | InvalidRequestException |      | No job found with id '<unknown>'
          PUT /job/<job>/priority          | {}                 | 400    | RestException           |      | null
          GET /job/<unknown>/stacktrace    |                    | 404    | InvalidRequestException |      | <unknown>
          DELETE /job/<unknown>            |                    | 404    | InvalidRequestException |      | No job found with id '<unknown>'
          """)
  void jobs_refuse_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # filter                                      | jobs of the one
          jobIds=<job>,<unknown>                        | 1
          processInstanceId=<pausing>                   | 1
          processInstanceIds=<pausing>,<unknown>        | 1
          executionId=none                              | 0
          processDefinitionId=none                      | 0
          activityId=pause                              | 1
          failedActivityId=pause                        | 0
          withRetriesLeft=true                          | 1
          noRetriesLeft=true                            | 0
          executable=true                               | 0
          timers=true                                   | 1
          messages=true                                 | 0
          withException=true                            | 0
          exceptionMessage=none                         | 0
          dueDates=gt_2020-01-01T00:00:00.000%2B0000    | 1
          dueDates=lt_2020-01-01T00:00:00.000%2B0000    | 0
          createTimes=gt_2020-01-01T00:00:00.000%2B0000 | 1
          active=true                                   | 1
          suspended=true                                | 0
          priorityHigherThanOrEquals=0                  | 1
          priorityLowerThanOrEquals=-1                  | 0
          jobDefinitionId=none                          | 0
          acquired=true                                 | 0
          tenantIdIn=acme                               | 0
          withoutTenantId=true                          | 1
          """)
  void jobs_are_filtered(String filter, int count) {
    answers(
        "GET /job/count?processDefinitionKey=pause-<key>&" + filter,
        null,
        200,
        "{\"count\":%d}".formatted(count));
  }
}
