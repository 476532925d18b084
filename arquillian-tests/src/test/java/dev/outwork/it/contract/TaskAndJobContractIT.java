package dev.outwork.it.contract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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
    rest()
        .deploy("talk.bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8))
        .statusCode(200);
    String talking = it("instance", rest().start("talk-" + key, Map.of("a", number(5))));
    it("task", taskOf(talking));
    String sleeping = rest().start("talk-" + key, Map.of());
    it("suspended", taskOf(sleeping));
    answers("PUT /process-instance/" + sleeping + "/suspended", "{\"suspended\":true}", 204, null);
    it("done", taskOf(rest().start("talk-" + key, Map.of())));
    answers("POST /task/<done>/complete", "{}", 204, null);
    String pausing = it("pausing", rest().start("pause-" + key, Map.of()));
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
  @CsvFileSource(
      resources = "/contract/task-and-job/tasks-answer-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void tasks_answer_with(String request, String body, int status, String expected) {
    startProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/task-and-job/tasks-refuse-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void tasks_refuse_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/task-and-job/tasks-are-filtered.csv",
      delimiter = '|',
      quoteCharacter = '\'')
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

  @Test
  void a_saved_filter_finds_tasks_and_is_extended_changed_and_deleted() {
    String query =
        "{\"processDefinitionKey\":\"talk-<key>\",\"candidateGroup\":\"sales\",\"assignee\":null}";
    name(
        "filter",
        ask(
                "POST /filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"Sales-<key>\",\"owner\":\"mary\",\"query\":"
                    + query
                    + ",\"properties\":{\"color\":\"#123456\"}}")
            .path("id"));

    answers(
        "GET /filter/<filter>?itemCount=true",
        null,
        200,
        "{\"id\":\"<filter>\",\"resourceType\":\"Task\",\"name\":\"Sales-<key>\",\"owner\":\"mary\","
            + "\"query\":{\"processDefinitionKey\":\"talk-<key>\",\"candidateGroup\":\"sales\","
            + "\"caseInstanceVariables\":[],\"processVariables\":[],\"taskVariables\":[],\"orQueries\":[]},"
            + "\"properties\":{\"color\":\"#123456\"},\"itemCount\":2}");
    answers("GET /filter?nameLike=Sales-<key>%25&owner=mary", null, 200, "[{\"id\":\"<filter>\"");
    answers("GET /filter/count?name=Sales-<key>", null, 200, "{\"count\":1}");
    answers("GET /filter/<filter>/list?maxResults=1", null, 200, "[{\"id\":\"");
    answers("GET /filter/<filter>/count", null, 200, "{\"count\":2}");
    String extension = "{\"taskId\":\"<task>\"}";
    answers("POST /filter/<filter>/list", extension, 200, "[{\"id\":\"<task>\"");
    answers("POST /filter/<filter>/count", extension, 200, "{\"count\":1}");
    answers("POST /filter/<filter>/singleResult", extension, 200, "{\"id\":\"<task>\"");
    answers("POST /filter/<filter>/singleResult", "{\"taskId\":\"<unknown>\"}", 204, null);
    answers(
        "PUT /filter/<filter>",
        "{\"name\":\"Late\",\"query\":{\"dueBeforeExpression\":\"${dateTime()}\"}}",
        204,
        null);
    answers("POST /filter/<filter>/count", extension, 200, "{\"count\":0}");
    answers("DELETE /filter/<filter>", null, 204, null);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/task-and-job/jobs-answer-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void jobs_answer_with(String request, String body, int status, String expected) {
    startProcesses();
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/task-and-job/jobs-refuse-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void jobs_refuse_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/task-and-job/jobs-are-filtered.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void jobs_are_filtered(String filter, int count) {
    answers(
        "GET /job/count?processDefinitionKey=pause-<key>&" + filter,
        null,
        200,
        "{\"count\":%d}".formatted(count));
  }
}
