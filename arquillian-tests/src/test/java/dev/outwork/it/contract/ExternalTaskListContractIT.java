package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "External task fields", "External task lists" and "Topic
 * names": lists of tasks and of topics.
 */
class ExternalTaskListContractIT extends TaskContract {
  private static final int TASKS = 4;

  /** Each filter as GET and as POST, for the list and for the count, within one instance. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/external-task-list/filters.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void filters(String query, String body, int matches) {
    String restricted = "?processInstanceId=<instance>&" + query;
    String asBody = "{\"processInstanceId\": \"<instance>\", " + body + "}";
    String count = "{\"count\":" + matches + "}";

    answers("GET /external-task/count" + restricted, null, 200, count);
    answers("POST /external-task/count", asBody, 200, count);
    assertThat(ids("GET /external-task" + restricted, null)).hasSize(matches);
    assertThat(ids("POST /external-task", asBody)).hasSize(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "lockExpirationTime",
        "processInstanceId",
        "processDefinitionId",
        "processDefinitionKey",
        "tenantId",
        "taskPriority",
        "createTime"
      })
  void sorts_by(String key) {
    for (String order : List.of("asc", "desc")) {
      String query = "?processInstanceId=<instance>&sortBy=%s&sortOrder=%s".formatted(key, order);
      String body =
          """
          {"processInstanceId": "<instance>", "sorting": [{"sortBy": "%s", "sortOrder": "%s"}]}
          """
              .formatted(key, order);

      List<String> sorted = ids("GET /external-task" + query, null);

      assertThat(sorted).hasSize(TASKS).isEqualTo(ids("POST /external-task", body));
      if (key.equals("id")) {
        Comparator<String> ascending = Comparator.naturalOrder();
        assertThat(sorted)
            .isSortedAccordingTo(order.equals("asc") ? ascending : ascending.reversed());
      }
      if (key.equals("taskPriority")) {
        assertThat(sorted.indexOf(resolved("<open>")))
            .isEqualTo(order.equals("asc") ? TASKS - 1 : 0);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/external-task-list/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, String body, String expected) {
    answers(request, body, 200, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/external-task-list/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  private List<String> ids(String request, String body) {
    return answers(request, body, 200, null).path("id");
  }
}
