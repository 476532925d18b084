package dev.outwork.it.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The contract of docs/rest-api.md, "Incidents". Every row finds an open {@code <incident>} of an
 * external task {@code <task>}.
 */
class IncidentContractIT extends Contract {
  /** start --> work (external) --> end. */
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="%1$s"/>
          <sequenceFlow id="out" sourceRef="work" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  @BeforeEach
  void failATask() {
    String key = name("key", "p" + UUID.randomUUID().toString().replace("-", ""));
    rest().deploy(key + ".bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8));
    name("instance", rest().start(key, Map.of()));
    name("task", (String) rest().fetch("alice", key, 1).get(0).get("id"));
    answers(
        "POST /external-task/<task>/failure",
        "{\"workerId\":\"alice\",\"errorMessage\":\"out of paper\",\"retries\":0}",
        204,
        null);
    name("incident", ask("GET /incident?configuration=<task>", null).path("[0].id"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/incident/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/incident/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @Test
  void a_note_is_shown_here_and_in_history() {
    answers("PUT /incident/<incident>/annotation", "{\"annotation\":\"ordered\"}", 204, null);

    answers("GET /incident/<incident>", null, 200, "\"annotation\":\"ordered\"}");
    answers(
        "GET /history/incident?incidentId=<incident>", null, 200, "\"annotation\":\"ordered\"}");
  }

  @Test
  void a_note_has_a_length() {
    refuses(
        "PUT /incident/<incident>/annotation",
        "{\"annotation\":\"" + "x".repeat(4_001) + "\"}",
        500,
        "ProcessEngineException",
        10_002,
        "at most 4000 are allowed");
  }
}
