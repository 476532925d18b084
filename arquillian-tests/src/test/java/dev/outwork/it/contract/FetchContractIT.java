package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of docs/rest-api.md, "Fetch and lock" and "Long polling": fetch and lock. */
class FetchContractIT extends TaskContract {
  /** Each row is put into the one topic of a fetch; what can be fetched is {@code <open>}. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # the topic has                                              | fetched
          "localVariables": false                                      | true
          "businessKey": "contract-1"                                  | true
          "businessKey": "contract"                                    | false
          "processDefinitionId": "<definition>"                        | true
          "processDefinitionId": "<unknown>"                           | false
          "processDefinitionIdIn": ["<definition>", "<unknown>"]       | true
          "processDefinitionIdIn": []                                  | true
          "processDefinitionId": "<definition>", "processDefinitionIdIn": ["<unknown>"] | false
          "processDefinitionKey": "contract"                           | true
          "processDefinitionKeyIn": ["other"]                          | false
          "processDefinitionKey": "contract", "processDefinitionKeyIn": ["contract", "other"] | true
          "processDefinitionVersionTag": "one"                         | true
          "processDefinitionVersionTag": "o%"                          | false
          "processVariables": {"city": "Graz"}                         | true
          "processVariables": {"city": "Linz", "amount": 30}           | true
          "processVariables": {"amount": "30"}                         | false
          "processVariables": {"amount": 31}                           | false
          "processVariables": {}                                       | true
          "tenantIdIn": ["nobody"]                                     | false
          "tenantIdIn": []                                             | true
          "withoutTenantId": true                                      | true
          "withoutTenantId": true, "tenantIdIn": ["nobody"]            | false
          # as the Java client sends it
          "variables": null, "localVariables": false, "businessKey": null, "processDefinitionId": null, "processDefinitionIdIn": null, "processDefinitionKey": null, "processDefinitionKeyIn": null, "processDefinitionVersionTag": null, "processVariables": null, "withoutTenantId": false, "tenantIdIn": null, "includeExtensionProperties": false | true
          """)
  void fetches_by(String topic, boolean fetched) {
    changesTheInstances();
    assertThat(fetch("\"topicName\": \"contract-open\", \"lockDuration\": 1000, " + topic, ""))
        .hasSize(fetched ? 1 : 0);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # the topic has                       | the request has                      | the task has
          "variables": null                     | "usePriority": true                  | "variables":{
          "variables": []                       | "sorting": []                        | "variables":{}
          "variables": ["city", "missing"]      | "sorting": null                      | "variables":{"city":{"type":"String","value":"Graz","valueInfo":{}}}
          "localVariables": true                | "usePriority": "false"               | "variables":{"inner":{"type":"String","value":"Graz","valueInfo":{}}}
          "deserializeValues": true             | "unknown": 1                         | "errorDetails":null
          "variables": []                       | "includeExtensionProperties": true   | "extensionProperties":{"queue":"fast"}
          "includeExtensionProperties": true    | "asyncResponseTimeout": null         | "extensionProperties":{"queue":"fast"}
          "includeExtensionProperties": false   | "includeExtensionProperties": true   | "extensionProperties":{}
          "variables": []                       | "asyncResponseTimeout": 1800000      | "suspended":false
          "variables": []                       | "asyncResponseTimeout": -1           | "workerId":"worker"
          "variables": []                       | "sorting": [{"sortBy": "createTime", "sortOrder": "asc"}, {"sortBy": "createTime", "sortOrder": "asc"}] | "id":"<open>"
          """)
  void brings_along(String topic, String request, String expected) {
    changesTheInstances();
    String body =
        body("\"topicName\": \"contract-open\", \"lockDuration\": 1000, " + topic, ", " + request);

    answers("POST /external-task/fetchAndLock", body, 200, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                       | body
          POST /external-task/fetchAndLock                | {"workerId": "w", "maxTasks": 1}
          POST /external-task/fetchAndLock                | {"workerId": "w", "maxTasks": 1, "topics": null}
          POST /external-task/fetchAndLock/               | {"workerId": "w", "maxTasks": 1, "topics": []}
          POST /engine/default/external-task/fetchAndLock | {"workerId": "w", "topics": [{"topicName": "contract-open", "lockDuration": 1}]}
          POST /external-task/fetchAndLock                | {"workerId": "w", "maxTasks": 0, "topics": [{"topicName": "contract-open", "lockDuration": 1}]}
          POST /external-task/fetchAndLock                | {"workerId": "w", "maxTasks": "5", "topics": [{"topicName": "contract-held", "lockDuration": "1"}]}
          POST /external-task/fetchAndLock                | {"workerId": "w", "maxTasks": 5, "topics": [{"topicName": "contract-exhausted", "lockDuration": 1}]}
          POST /external-task/fetchAndLock                | {"workerId": "w", "maxTasks": 5, "topics": [{"topicName": "nobody", "lockDuration": 1}], "asyncResponseTimeout": 50}
          POST /external-task/fetchAndLock                | {"workerId": "w", "maxTasks": 5, "topics": [{"topicName": "nobody", "lockDuration": 1}], "asyncResponseTimeout": 0}
          """)
  void fetches_nothing(String request, String body) {
    assertThat(answers(request, body, 200, null).asString()).isEqualTo("[]");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                        | body | status | type | code | message
          POST /external-task/fetchAndLock | {}                                                              | 500 | NullValueException | 0 | workerId is null
          POST /external-task/fetchAndLock | null                                                            | 500 | NullValueException | 0 | workerId is null
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": -1}                               | 500 | ProcessEngineException | 0 | maxResults is not greater than or equal to 0
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1, "topics": [{"lockDuration": 1}]} | 500 | NullValueException | 0 | topicName is null
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1, "topics": [{"topicName": "a"}]} | 500 | ProcessEngineException | 0 | lockTime is not greater than 0
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1, "topics": [{"topicName": "a", "lockDuration": -1}]} | 500 | ProcessEngineException | 0 | lockTime is not greater than 0
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1, "topics": [{"topicName": "a", "lockDuration": 1, "processVariables": {"a": {"b": 1}}}]} | 500 | ProcessEngineException | 0 | Object values cannot be used to query
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1, "topics": [{"topicName": "a", "lockDuration": 1, "processVariables": {"a": [1]}}]} | 500 | ProcessEngineException | 0 | Object values cannot be used to query
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1, "topics": [{"topicName": "a", "lockDuration": 1, "tenantIdIn": "one"}]} | 400 | InvalidRequestException | | expected an array
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1, "asyncResponseTimeout": 1800001} | 400 | InvalidRequestException | | The asynchronous response timeout cannot be set to a value greater than 1800000 milliseconds
          POST /external-task/fetchAndLock | {"workerId": "w", "sorting": [{"sortBy": "priority", "sortOrder": "asc"}]} | 400 | InvalidRequestException | | Cannot set query sortBy parameter to value 'priority'
          POST /external-task/fetchAndLock | {"workerId": "w", "sorting": [{"sortBy": "createTime", "sortOrder": "DESC"}]} | 400 | InvalidRequestException | | Cannot set query sortOrder parameter to value 'DESC'
          POST /external-task/fetchAndLock | {"workerId": "w", "sorting": [{"sortBy": "createTime", "sortOrder": ""}]} | 400 | InvalidRequestException | | Cannot set query sortOrder parameter to value ''
          POST /external-task/fetchAndLock | {"workerId": "w", "sorting": [{"sortBy": "createTime"}]}        | 400 | NotValidException | 0 |
          POST /external-task/fetchAndLock | {"workerId": "w", "sorting": [{"sortOrder": "asc"}]}            | 500 | NullValueException | 0 | sortBy is null
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 3000000000}                       | 400 | InvalidRequestException | | 'maxTasks'
          POST /external-task/fetchAndLock | {"workerId": "w", "maxTasks": 1 "topics": []}                   | 400 | InvalidRequestException | | line 1
          GET /external-task/fetchAndLock  |                                                                 | 405 | NotAllowedException | | HTTP 405 Method Not Allowed: GET
          """)
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @Test
  void of_two_entries_for_one_topic_the_last_one_counts() {
    String twice =
        """
        "topicName": "contract-open", "lockDuration": 1000, "businessKey": "contract-1"},
        {"topicName": "contract-open", "lockDuration": 1000, "businessKey": "no such key"
        """;

    assertThat(fetch(twice, "")).isEmpty();
  }

  @Test
  void a_fetch_locks_and_changes_nothing_else() {
    changesTheInstances();
    Map<String, Object> before = task();

    fetch("\"topicName\": \"contract-open\", \"lockDuration\": 60000", "");

    Map<String, Object> after = task();
    assertThat(after).containsEntry("workerId", "worker");
    assertThat(after.remove("lockExpirationTime")).isNotNull();
    after.put("workerId", null);
    after.put("lockExpirationTime", null);
    assertThat(after).isEqualTo(before);
  }

  private Map<String, Object> task() {
    Response answer = answers("GET /external-task/<open>", null, 200, null);
    return answer.path("$");
  }

  private List<Object> fetch(String topic, String more) {
    return answers("POST /external-task/fetchAndLock", body(topic, more), 200, null).path("$");
  }

  private static String body(String topic, String more) {
    return "{\"workerId\": \"worker\", \"maxTasks\": 10, \"topics\": [{"
        + topic
        + "}]"
        + more
        + "}";
  }
}
