package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The contract of docs/rest-api.md, "Fetch and lock" and "Long polling": fetch and lock. */
class FetchContractIT extends TaskContract {
  /** Each row is put into the one topic of a fetch; what can be fetched is {@code <open>}. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/fetch/fetches-by.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void fetches_by(String topic, boolean fetched) {
    changesTheInstances();
    assertThat(fetch("\"topicName\": \"contract-open\", \"lockDuration\": 1000, " + topic, ""))
        .hasSize(fetched ? 1 : 0);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/fetch/brings-along.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void brings_along(String topic, String request, String expected) {
    changesTheInstances();
    String body =
        body("\"topicName\": \"contract-open\", \"lockDuration\": 1000, " + topic, ", " + request);

    answers("POST /external-task/fetchAndLock", body, 200, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/fetch/fetches-nothing.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void fetches_nothing(String request, String body) {
    assertThat(answers(request, body, 200, null).asString()).isEqualTo("[]");
  }

  @ParameterizedTest(name = "{1}")
  @CsvFileSource(
      resources = "/contract/fetch/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @Test
  void the_last_entry_of_a_repeated_topic_counts() {
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
