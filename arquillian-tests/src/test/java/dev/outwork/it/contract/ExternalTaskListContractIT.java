package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "External task fields", "External task lists" and "Topic
 * names": lists of tasks and of topics.
 */
class ExternalTaskListContractIT extends TaskContract {
  private static final int TASKS = 4;

  /** Each filter as GET and as POST, for the list and for the count, within one instance. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # GET                                                  | POST                                                     | matches
          externalTaskId=<open>                                  | "externalTaskId": "<open>"                               | 1
          externalTaskIdIn=<open>,<held>,<unknown>               | "externalTaskIdIn": ["<open>", "<held>", "<unknown>"]    | 2
          externalTaskIdIn=                                      | "externalTaskIdIn": []                                   | 4
          topicName=contract-open                                | "topicName": "contract-open"                             | 1
          topicName=nobody                                       | "topicName": "nobody"                                    | 0
          workerId=holder                                        | "workerId": "holder"                                     | 3
          locked=true                                            | "locked": true                                           | 1
          locked=false                                           | "locked": false                                          | 4
          notLocked=true                                         | "notLocked": true                                        | 3
          withRetriesLeft=true                                   | "withRetriesLeft": true                                  | 3
          noRetriesLeft=true                                     | "noRetriesLeft": true                                    | 1
          withRetriesLeft=true&noRetriesLeft=true                | "withRetriesLeft": true, "noRetriesLeft": "true"         | 1
          lockExpirationBefore=2099-01-01T00:00:00.000%2B0000    | "lockExpirationBefore": "2099-01-01T00:00:00.000+0000"   | 3
          lockExpirationAfter=2020-01-01T00:00:00.000%2B0000     | "lockExpirationAfter": "2020-01-01T00:00:00.000+0000"    | 3
          lockExpirationAfter=2099-01-01T00:00:00.000%2B0000     | "lockExpirationAfter": "2099-01-01T00:00:00.000+0000"    | 0
          activityId=open                                        | "activityId": "open"                                     | 1
          activityIdIn=open,held                                 | "activityIdIn": ["open", "held"]                         | 2
          executionId=<execution>                                | "executionId": "<execution>"                             | 1
          processInstanceIdIn=<instance>,<unknown>               | "processInstanceIdIn": ["<instance>", "<unknown>"]       | 4
          processInstanceIdIn=<unknown>                          | "processInstanceIdIn": ["<unknown>"]                     | 0
          processDefinitionId=<definition>                       | "processDefinitionId": "<definition>"                    | 4
          processDefinitionId=<unknown>                          | "processDefinitionId": "<unknown>"                       | 0
          processDefinitionKey=contract                          | "processDefinitionKey": "contract"                       | 4
          processDefinitionKey=other                             | "processDefinitionKey": "other"                          | 0
          processDefinitionKeyIn=contract,other                  | "processDefinitionKeyIn": ["contract", "other"]          | 4
          processDefinitionKeyIn=other                           | "processDefinitionKeyIn": ["other"]                      | 0
          processDefinitionName=Contract%20of%20tasks            | "processDefinitionName": "Contract of tasks"             | 4
          processDefinitionName=Contract                         | "processDefinitionName": "Contract"                      | 0
          processDefinitionNameLike=Contract%25                  | "processDefinitionNameLike": "Contract%"                 | 4
          processDefinitionNameLike=Contract                     | "processDefinitionNameLike": "Contract"                  | 0
          tenantIdIn=nobody                                      | "tenantIdIn": ["nobody"]                                 | 0
          active=true                                            | "active": true                                           | 4
          suspended=true                                         | "suspended": true                                        | 0
          active=true&suspended=true                             | "active": true, "suspended": true                        | 0
          priorityHigherThanOrEquals=7                           | "priorityHigherThanOrEquals": 7                          | 1
          priorityLowerThanOrEquals=6                            | "priorityLowerThanOrEquals": "6"                         | 3
          priorityHigherThanOrEquals=8&priorityLowerThanOrEquals=6 | "priorityHigherThanOrEquals": 8, "priorityLowerThanOrEquals": 6 | 0
          processVariables=city_eq_Graz                          | "processVariables": [{"name": "city", "operator": "eq", "value": "Graz"}]    | 4
          processVariables=city_neq_Graz                         | "processVariables": [{"name": "city", "operator": "neq", "value": "Graz"}]   | 0
          processVariables=city_gt_Gmunden                       | "processVariables": [{"name": "city", "operator": "gt", "value": "Gmunden"}] | 4
          processVariables=city_gteq_Graz                        | "processVariables": [{"name": "city", "operator": "gteq", "value": "Graz"}]  | 4
          processVariables=city_lt_Graz                          | "processVariables": [{"name": "city", "operator": "lt", "value": "Graz"}]    | 0
          processVariables=city_lteq_Graz                        | "processVariables": [{"name": "amount", "operator": "lteq", "value": 30.0}]  | 4
          processVariables=city_like_Gr%25                       | "processVariables": [{"name": "city", "operator": "like", "value": "Gr%"}]   | 4
          processVariables=city_notLike_Gr%25                    | "processVariables": [{"name": "city", "operator": "notLike", "value": "Gr%"}] | 0
          processVariables=CITY_eq_Graz&variableNamesIgnoreCase=true  | "processVariables": [{"name": "CITY", "operator": "eq", "value": "Graz"}], "variableNamesIgnoreCase": true  | 4
          processVariables=city_eq_GRAZ&variableValuesIgnoreCase=true | "processVariables": [{"name": "city", "operator": "eq", "value": "GRAZ"}], "variableValuesIgnoreCase": true | 4
          noSuchFilter=1                                         | "noSuchFilter": 1                                        | 4
          """)
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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                              | body | the answer has
          GET /external-task?processInstanceId=<instance>&maxResults=2           |      | "id":
          GET /external-task/?processInstanceId=<instance>&firstResult=4         |      | []
          POST /external-task/?firstResult=3&maxResults=15                       | {"processInstanceId": "<instance>"} | "id":
          POST /engine/default/external-task                                     | {"externalTaskId": "<open>"}        | "id":"<open>"
          GET /engine/default/external-task/count?externalTaskId=<open>          |      | {"count":1}
          GET /external-task/<open>                                              |      | {"id":"<open>","topicName":"contract-open",
          GET /external-task/<open>/                                             |      | "activityId":"open"
          GET /engine/default/external-task/<open>                               |      | "executionId":"<execution>","processInstanceId":"<instance>","processDefinitionId":"<definition>","processDefinitionKey":"contract","processDefinitionVersionTag":"one"
          GET /external-task/<open>                                              |      | "retries":null,"errorMessage":null
          GET /external-task/<open>                                              |      | "suspended":false
          GET /external-task/<open>                                              |      | "tenantId":null
          GET /external-task/<open>                                              |      | "businessKey":"contract-1"
          GET /external-task/<open>                                              |      | "priority":7
          GET /external-task/<open>                                              |      | "workerId":null,"lockExpirationTime":null
          GET /external-task/<expired>                                           |      | "workerId":"holder","lockExpirationTime":"2
          GET /external-task/<exhausted>                                         |      | "retries":0,"errorMessage":"broken"
          GET /external-task/<suspended>                                         |      | "suspended":true
          GET /external-task/topic-names                                         |      | "contract-exhausted","contract-expired","contract-held","contract-open"
          GET /external-task/topic-names?withLockedTasks=true                    |      | "contract-held"
          GET /external-task/topic-names?withUnlockedTasks=true                  |      | "contract-exhausted","contract-expired","contract-open"
          GET /external-task/topic-names?withRetriesLeft=true                    |      | "contract-expired","contract-held","contract-open"
          GET /external-task/topic-names?withLockedTasks=true&withUnlockedTasks=true |  | []
          """)
  void answers_with(String request, String body, String expected) {
    answers(request, body, 200, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                   | body | status | type | code | message
          GET /external-task?lockExpirationAfter=2020-01-01           |      | 400 | InvalidRequestException | | Cannot set query parameter 'lockExpirationAfter' to value '2020-01-01'
          GET /external-task?suspended=maybe                          |      | 400 | InvalidRequestException | | Cannot set query parameter 'suspended' to value 'maybe'
          GET /external-task/count?priorityHigherThanOrEquals=high    |      | 400 | InvalidRequestException | | Cannot set query parameter 'priorityHigherThanOrEquals' to value 'high'
          GET /external-task?sortBy=id                                |      | 400 | InvalidRequestException | | sort
          GET /external-task?sortOrder=asc                            |      | 400 | InvalidRequestException | | sort
          GET /external-task?sortBy=priority&sortOrder=asc            |      | 400 | InvalidRequestException | | 'priority'
          GET /external-task?sortBy=id&sortOrder=up                   |      | 400 | InvalidRequestException | | 'up'
          GET /external-task?processVariables=city_Graz               |      | 400 | InvalidRequestException | |
          GET /external-task?processVariables=city_is_Graz            |      | 400 | InvalidRequestException | |
          POST /external-task | {"sorting": [{"sortBy": "id", "sortOrder": "up"}]}    | 400 | NotValidException | 0 | 'up'
          POST /external-task | {"sorting": [{"sortBy": "id"}]}                       | 400 | NotValidException | 0 |
          POST /external-task | {"topicName": {"a": 1}}                               | 400 | InvalidRequestException | |
          POST /external-task | {"processVariables": [{"name": "city", "operator": "is", "value": "Graz"}]}   | 400 | InvalidRequestException | |
          POST /external-task | {"processVariables": [{"name": "city", "operator": "gt", "value": true}]}     | 500 | ProcessEngineException | 0 |
          POST /external-task | {"processVariables": [{"name": "city", "operator": "lteq", "value": null}]}   | 500 | ProcessEngineException | 0 |
          POST /external-task | {"processVariables": [{"name": "city", "operator": "eq", "value": {"a": 1}}]} | 500 | ProcessEngineException | 0 |
          POST /external-task/count | {"lockExpirationBefore": "2020-01-01"}          | 400 | InvalidRequestException | |
          GET /external-task/<unknown>                                |      | 404 | RestException | | External task with id no-such-thing does not exist
          PUT /external-task/topic-names                              | {}   | 405 | NotAllowedException | | HTTP 405 Method Not Allowed: PUT
          """)
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  private List<String> ids(String request, String body) {
    return answers(request, body, 200, null).path("id");
  }
}
