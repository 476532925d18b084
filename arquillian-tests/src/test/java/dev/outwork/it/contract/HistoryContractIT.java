package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.RestApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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
    rest().deploy(key + ".bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8));
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
    return rest().start(key, Map.of("color", RestApi.string("red"), "letter", letter));
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
    List<Map<String, Object>> fetched = rest().fetch("alice", key, 1);
    return (String) fetched.get(0).get("id");
  }

  private String variable(String variableName) {
    return ask(
            "GET /history/variable-instance?processInstanceId=<ended>&variableName=" + variableName,
            null)
        .path("[0].id");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/history/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/history/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
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
  void deletion_leaves_no_rows() {
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
