package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of docs/rest-api.md, "Bulk reports": many reports in one request. */
class BulkContractIT extends TaskContract {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                   | one of the tasks is                                         | and is answered
          POST /external-task/complete                | {"id": "<held>"}                                            | {"id":"<held>","status":204,"error":null}
          POST /external-task/complete/               | {"id": "<held>", "variables": {"a": {"value": 1}}, "localVariables": {}} | {"id":"<held>","status":204,"error":null}
          POST /engine/default/external-task/complete | {"id": "<exhausted>", "variables": null}                    | {"id":"<exhausted>","status":204,"error":null}
          POST /external-task/complete                | {"id": "<unknown>"}                                         | {"id":"no-such-thing","status":404,"error":{"type":"RestException","message":"External task with id no-such-thing does not exist","code":0}}
          POST /external-task/complete                | {"id": "<open>"}                                            | {"id":"<open>","status":400,"error":{"type":"RestException","message":"External Task <open> cannot be completed by worker 'holder'. It is locked by worker 'null'.","code":0}}
          POST /external-task/complete                | {"id": "<suspended>"}                                       | {"id":"<suspended>","status":400,"error":{"type":"RestException","message":"ENGINE-03043 ExternalTask with id '<suspended>' is suspended.","code":0}}
          POST /external-task/complete                | {"id": "<held>", "variables": {"a": {"value": "x", "type": "Text"}}} | {"id":"<held>","status":400,"error":{"type":"RestException","message":"Unsupported value type 'Text'","code":null}}
          POST /external-task/complete                | {"id": "<held>", "variables": {"a": null}}                  | {"id":"<held>","status":400,"error":{"type":"InvalidRequestException"
          POST /external-task/complete                | {"id": "<held>", "variables": {"a": {"value": "{}", "type": "Object"}}} | {"id":"<held>","status":500,"error":{"type":"ProcessEngineException"
          POST /external-task/complete                | {"variables": {}}                                           | {"id":null,"status":400,"error":{"type":"InvalidRequestException"
          POST /external-task/complete                | null                                                        | {"id":null,"status":400,"error":{"type":"InvalidRequestException"
          POST /external-task/complete                | {"id": "<expired>"}                                         | {"id":"<expired>","status":400,"error":{"type":"RestException","message":"External Task <expired> is reported twice
          POST /external-task/failure                 | {"id": "<held>", "retries": 2, "retryTimeout": 10}          | {"id":"<held>","status":204,"error":null}
          POST /external-task/failure                 | {"id": "<held>", "errorMessage": "m", "errorDetails": "d"}  | {"id":"<held>","status":204,"error":null}
          POST /engine/default/external-task/failure  | {"id": "<held>", "retries": -1}                             | {"id":"<held>","status":500,"error":{"type":"ProcessEngineException","message":"retries is not greater than or equal to 0","code":0}}
          POST /external-task/failure                 | {"id": "<unknown>"}                                         | {"id":"no-such-thing","status":404,"error":{"type":"RestException"
          POST /external-task/failure                 | {"id": "<open>"}                                            | {"id":"<open>","status":400,"error":{"type":"RestException"
          POST /external-task/failure                 | {"id": "<suspended>"}                                       | {"id":"<suspended>","status":400,"error":{"type":"RestException"
          POST /external-task/failure                 | {"id": "<held>", "variables": {"a": {"value": "x", "type": "Date"}}} | {"id":"<held>","status":400,"error":{"type":"InvalidRequestException"
          """)
  void answers_each(String request, String task, String expected) {
    changesTheInstances();
    String body = "{\"workerId\": \"holder\", \"tasks\": [{\"id\": \"<expired>\"}, " + task + "]}";

    Response answer = answers(request, body, 200, expected);

    assertThat(answer.asString())
        .startsWith(resolved("{\"results\":[{\"id\":\"<expired>\",\"status\":204,\"error\":null},"))
        .endsWith("],\"fetchAndLock\":null}")
        .doesNotContain("dev.outwork");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "failure"})
  void refuses_as_a_whole(String call) {
    String request = "POST /external-task/" + call;

    refuses(request, "{\"tasks\": []}", 500, "NullValueException", 0, "workerId is null");
    refuses(
        request,
        "{\"tasks\": [{\"id\": \"<held>\"}]}",
        500,
        "NullValueException",
        0,
        "workerId is null");
    refuses(
        request,
        "{\"workerId\": \"w\", \"tasks\": {}}",
        400,
        "InvalidRequestException",
        null,
        "'tasks'");
    refuses(
        request,
        "{\"workerId\": \"holder\", \"tasks\": [{\"id\": \"<held>\"}, 5]}",
        400,
        "InvalidRequestException",
        null,
        "tasks[1]");
    refuses(
        request,
        "{\"workerId\": \"holder\", \"tasks\": [{\"id\": \"<held>\"}], \"fetchAndLock\": {\"asyncResponseTimeout\": 1000}}",
        400,
        "InvalidRequestException",
        null,
        "asyncResponseTimeout");
    refuses(
        request,
        "{\"workerId\": \"holder\", \"tasks\": [{\"id\": \"<held>\"}], \"fetchAndLock\": {\"sorting\": [{\"sortBy\": \"name\"}]}}",
        400,
        "InvalidRequestException",
        null,
        "sortBy");
    String many = String.join(", ", Collections.nCopies(1001, "{\"id\": \"<held>\"}"));
    refuses(
        request,
        "{\"workerId\": \"holder\", \"tasks\": [" + many + "]}",
        400,
        "InvalidRequestException",
        null,
        "Cannot take 1001 reports in one request: at most 1000 are allowed");

    answers("GET /external-task/<held>", null, 200, "\"workerId\":\"holder\"");
  }

  /** What a worker sends for one task, if its client has lost the id. */
  @ParameterizedTest
  @ValueSource(strings = {"complete", "failure"})
  void refuses_what_has_neither_reports_nor_a_fetch(String call) {
    String request = "POST /external-task/" + call;
    String words = "HTTP 405 Method Not Allowed";

    refuses(request, "{\"workerId\":\"w\"}", 405, "NotAllowedException", null, words);
    refuses(
        request, "{\"workerId\":\"w\",\"tasks\":null}", 405, "NotAllowedException", null, words);
    refuses(request, "{}", 405, "NotAllowedException", null, words);
    answers(
        request,
        "{\"workerId\":\"w\",\"tasks\":[]}",
        200,
        "{\"results\":[],\"fetchAndLock\":null}");
  }

  @Test
  void fetches_the_next_tasks_in_the_same_round_trip() {
    changesTheInstances();
    Response answer =
        answers(
            "POST /external-task/complete",
            """
            {"workerId": "holder", "tasks": [{"id": "<held>"}],
             "fetchAndLock": {"maxTasks": 1, "topics": [{"topicName": "contract-open", "lockDuration": 60000}]}}
            """,
            200,
            "\"fetchAndLock\":{\"status\":200,\"error\":null,\"tasks\":[{\"id\":\"<open>\"");

    assertThat(answer.<List<Object>>path("results")).hasSize(1);
    answers("GET /external-task/<open>", null, 200, "\"workerId\":\"holder\"");
  }

  @Test
  void a_fetch_that_fails_does_not_hide_the_outcomes() {
    changesTheInstances();
    answers(
        "POST /external-task/failure",
        """
        {"workerId": "holder", "tasks": [{"id": "<held>", "retries": 1}],
         "fetchAndLock": {"maxTasks": 1, "topics": [{"topicName": "contract-open"}]}}
        """,
        200,
        """
        {"results":[{"id":"<held>","status":204,"error":null}],"fetchAndLock":{"status":500,"error":{"type":"ProcessEngineException",\
        """);

    answers("GET /external-task/<held>", null, 200, "\"retries\":1");
  }

  @Test
  void without_tasks_there_is_nothing_to_report_and_the_fetch_is_a_fetch() {
    answers(
        "POST /external-task/complete",
        "{\"workerId\": \"w\", \"fetchAndLock\": {\"maxTasks\": 1}}",
        200,
        "{\"results\":[],\"fetchAndLock\":{\"status\":200,\"error\":null,\"tasks\":[]}}");
  }

  @Test
  void what_fails_further_on_fails_alone() {
    changesTheInstances();
    answers(
        "POST /external-task/<open>/lock",
        "{\"workerId\": \"holder\", \"lockDuration\": 60000}",
        204,
        null);

    answers(
        "POST /external-task/complete",
        """
        {"workerId": "holder", "tasks": [{"id": "<open>", "variables": {"city": {"value": "Linz"}}}, {"id": "<held>"}, {"id": "<expired>"}]}
        """,
        200,
        "{\"id\":\"<held>\",\"status\":204,\"error\":null},{\"id\":\"<expired>\",\"status\":204,\"error\":null}]");

    answers("GET /external-task/<open>", null, 200, "\"workerId\":\"holder\"");
    answers("GET /external-task/count?processInstanceId=<instance>", null, 200, "{\"count\":2}");
  }
}
