package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Lists", "Process instances" and "Executions": running
 * instances and where they stand.
 */
class InstanceContractIT extends StandingInstance {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                             | body | status | the answer has
          GET /process-instance?processInstanceIds=<instance>                   |      | 200    | [{"links":[],"id":"<instance>","definitionId":"<definition>","definitionKey":"standing","businessKey":"<businessKey>","caseInstanceId":null,"ended":false,"suspended":false,"tenantId":null}]
          POST /process-instance                                                | {"businessKey":"<businessKey>","sorting":[{"sortBy":"instanceId","sortOrder":"desc"}]} | 200 | [{"links":[],"id":"<instance>"
          POST /process-instance?firstResult=1                                  | {"businessKey":"<businessKey>"} | 200 | []
          GET /process-instance/count?businessKey=<businessKey>                 |      | 200    | {"count":1}
          POST /process-instance/count                                          | {"businessKey":"<businessKey>"} | 200 | {"count":1}
          GET /process-instance/<instance>                                      |      | 200    | {"links":[],"id":"<instance>"
          DELETE /process-instance/<instance>?skipCustomListeners=true&skipIoMappings=true&skipSubprocesses=true | | 204 |
          DELETE /process-instance/<unknown>?failIfNotExists=false              |      | 204    |
          PUT /process-instance/<instance>/suspended                            | {"suspended":true} | 204 |
          GET /process-instance/<instance>/activity-instances                   |      | 200    | {"id":"<instance>","parentActivityInstanceId":null,"activityId":"standing","activityType":"processDefinition"
          GET /process-instance/<instance>/activity-instances                   |      | 200    | "activityId":"work","activityType":"serviceTask","activityName":null,"name":null,"processInstanceId":"<instance>","processDefinitionId":"<definition>","executionIds":["<work>"],"incidentIds":[],"incidents":[],"childActivityInstances":[],"childTransitionInstances":[]}
          POST /process-instance/<instance>/modification                        | {"instructions":[{"type":"cancel","activityId":"sign"},{"type":"startBeforeActivity","activityId":"work"}],"skipCustomListeners":true,"skipIoMappings":true,"annotation":"moved"} | 204 |
          GET /execution?processInstanceId=<instance>&activityId=work           |      | 200    | [{"id":"<work>","processInstanceId":"<instance>","ended":false,"tenantId":null}]
          POST /execution                                                       | {"processInstanceId":"<instance>","activityId":"work"} | 200 | [{"id":"<work>"
          POST /execution?maxResults=1                                          | {"processInstanceId":"<instance>","sorting":[{"sortBy":"tenantId","sortOrder":"asc"}]} | 200 | [{"id":
          GET /execution/count?processInstanceId=<instance>                     |      | 200    | {"count":5}
          POST /execution/count                                                 | {"processInstanceId":"<instance>"} | 200 | {"count":5}
          GET /execution/<work>                                                 |      | 200    | {"id":"<work>","processInstanceId":"<instance>","ended":false,"tenantId":null}
          GET /execution/<instance>                                             |      | 200    | {"id":"<instance>"
          POST /execution/<work>/create-incident                                | {"incidentType":"custom","configuration":"x","message":"broken"} | 200 | "executionId":"<work>"
          """)
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploymentId=<deployment>",
        "processDefinitionId=<definition>",
        "processDefinitionKey=standing",
        "processDefinitionKeyIn=standing,other",
        "processDefinitionKeyNotIn=other",
        "businessKey=<businessKey>",
        "businessKeyLike=<businessKey>%25",
        "active=true",
        "suspended=false",
        "withoutTenantId=true",
        "processDefinitionWithoutTenantId=true",
        "activityIdIn=work,other",
        "rootProcessInstanceId=<instance>",
        "rootProcessInstances=true",
        "leafProcessInstances=true",
        "variables=color_eq_red",
        "variables=COLOR_eq_RED&variableNamesIgnoreCase=true&variableValuesIgnoreCase=true",
        "variables=when_eq_2026-03-01T09:00:00.000%2B0000",
        "unknownFilter=x"
      })
  void filters_of_instances_match(String filter) {
    answers(
        "GET /process-instance/count?processInstanceIds=<instance>&" + filter,
        null,
        200,
        "{\"count\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suspended=true",
        "tenantIdIn=north",
        "superProcessInstance=<unknown>",
        "subProcessInstance=<unknown>",
        "caseInstanceId=x",
        "superCaseInstance=x",
        "subCaseInstance=x",
        "withIncident=true",
        "incidentId=<unknown>",
        "incidentType=failedJob",
        "incidentMessage=x",
        "incidentMessageLike=x",
        "variables=color_eq_blue"
      })
  void filters_of_instances_pass_over(String filter) {
    answers(
        "GET /process-instance/count?processInstanceIds=<instance>&" + filter,
        null,
        200,
        "{\"count\":0}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # or-queries                                                                | how many
          [{"suspended":true,"activityIdIn":["work"]}]                                | 1
          [{"suspended":true,"caseInstanceId":"x"}]                                   | 0
          [{"suspended":true,"businessKey":"<businessKey>"},{"activityIdIn":["work"]}] | 1
          [{"businessKey":"<businessKey>"},{"suspended":true}]                        | 0
          [{"variables":[{"name":"color","operator":"eq","value":"blue"},{"name":"amount","operator":"gt","value":4}]}] | 1
          [{}]                                                                        | 1
          []                                                                          | 1
          """)
  void of_each_or_query_one_condition_is_enough(String orQueries, int count) {
    String body = "{\"processInstanceIds\":[\"<instance>\"],\"orQueries\":%s}".formatted(orQueries);
    String expected = "{\"count\":%d}".formatted(count);

    answers("POST /process-instance/count", body, 200, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST /history/process-instance/count | {"processInstanceIds":["<instance>"],"orQueries":[{"completed":true,"active":true}]}
          POST /task/count                     | {"processInstanceId":"<instance>","orQueries":[{"assignee":"nobody","taskDefinitionKey":"sign"}]}
          """)
  void ended_instances_and_tasks_have_or_queries_too(String request, String body) {
    answers(request, body, 200, "{\"count\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processDefinitionKey=standing",
        "processDefinitionId=<definition>",
        "businessKey=<businessKey>",
        "messageEventSubscriptionName=standing-paid",
        "signalEventSubscriptionName=standing-flag",
        "processVariables=color_eq_red",
        "variables=color_like_r%25",
        "active=true",
        "sortBy=definitionKey&sortOrder=asc"
      })
  void filters_of_executions_match(String filter) {
    Response found = ask("GET /execution?processInstanceId=<instance>&" + filter, null);

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.<Integer>path("size()")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suspended=true",
        "tenantIdIn=north",
        "incidentId=<unknown>",
        "incidentType=custom",
        "incidentMessage=x",
        "incidentMessageLike=x",
        "messageEventSubscriptionName=standing-flag",
        "signalEventSubscriptionName=standing-paid"
      })
  void filters_of_executions_pass_over(String filter) {
    answers("GET /execution?processInstanceId=<instance>&" + filter, null, 200, "[]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"suspended\":true,\"processDefinitionId\":\"<definition>\"}",
        "{\"suspended\":true,\"processDefinitionKey\":\"standing\"}",
        "{\"suspended\":true,\"processDefinitionKey\":\"standing\","
            + "\"processDefinitionWithoutTenantId\":true}",
        "{\"suspended\":true,\"processInstanceIds\":[\"<instance>\",\"<unknown>\"]}",
        "{\"suspended\":true,\"processInstanceQuery\":{\"businessKey\":\"<businessKey>\"}}",
        "{\"suspended\":true,\"historicProcessInstanceQuery\":"
            + "{\"processInstanceBusinessKey\":\"<businessKey>\"}}"
      })
  void instances_are_suspended_by_whatever_names_them(String body) {
    answers("PUT /process-instance/suspended", body, 204, null);
    answers("GET /process-instance/<instance>", null, 200, "\"suspended\":true");
    answers("GET /external-task/count?processInstanceId=<instance>&suspended=true", null, 200, "1");

    answers(
        "PUT /process-instance/suspended",
        body.replace("{\"suspended\":true", "{\"suspended\":false"),
        204,
        null);
    answers("GET /process-instance/<instance>", null, 200, "\"suspended\":false");
  }

  @Test
  void instances_of_another_tenant_stay_as_they_are() {
    answers(
        "PUT /process-instance/suspended",
        """
        {"suspended":true,"processDefinitionKey":"standing","processDefinitionTenantId":"north"}
        """,
        204,
        null);

    answers("GET /process-instance/<instance>", null, 200, "\"suspended\":false");
  }

  @Test
  void an_incident_that_somebody_creates_is_seen_everywhere_until_its_activity_ends() {
    String incident =
        ask("POST /execution/<work>/create-incident", "{\"incidentType\":\"custom\"}").path("id");
    name("incident", incident);

    answers("GET /incident?incidentId=<incident>", null, 200, "\"incidentType\":\"custom\"");
    answers(
        "GET /process-instance/<instance>/activity-instances",
        null,
        200,
        "\"incidentIds\":[\"<incident>\"],\"incidents\":[{\"id\":\"<incident>\",\"activityId\":\"work\"}]");
    answers("GET /execution?incidentType=custom&incidentId=<incident>", null, 200, "<work>");

    answers(
        "POST /process-instance/<instance>/modification",
        "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"work\"}]}",
        204,
        null);

    answers("GET /incident?incidentId=<incident>", null, 200, "[]");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                          | body | status | type | code | message
          GET /process-instance/<unknown>                    |      | 404    | InvalidRequestException | | Process instance with id <unknown> does not exist
          DELETE /process-instance/<unknown>                 |      | 404    | InvalidRequestException | | No process instance found for id '<unknown>': processInstance is null
          PUT /process-instance/<unknown>/suspended          | {"suspended":true} | 404 | InvalidRequestException | | does not exist
          GET /process-instance/<unknown>/activity-instances |      | 404    | InvalidRequestException | | Process instance with id <unknown> does not exist
          POST /process-instance/<unknown>/modification      | {"instructions":[]} | 500 | ProcessEngineException | 0 | ENGINE-13036 Process instance '<unknown>' cannot be modified
          POST /process-instance/<instance>/modification     | {"instructions":[{"type":"jump"}]} | 400 | InvalidRequestException | | Instruction type 'jump'
          POST /process-instance/<instance>/modification     | {"instructions":[{"type":"startBeforeActivity"}]} | 400 | InvalidRequestException | | 'activityId' must be set
          POST /process-instance/<instance>/modification     | {"instructions":[{"type":"startTransition"}]} | 400 | InvalidRequestException | | 'transitionId' must be set
          POST /process-instance/<instance>/modification     | {"instructions":[{"type":"cancel"}]} | 400 | InvalidRequestException | | must be set
          POST /process-instance/<instance>/modification     | {"instructions":[{"type":"startBeforeActivity","activityId":"none"}]} | 400 | NotValidException | 0 | none
          GET /process-instance?sortBy=instanceId            |      | 400    | InvalidRequestException | | Only a single sorting parameter
          GET /process-instance?sortOrder=asc                |      | 400    | InvalidRequestException | | Only a single sorting parameter
          GET /process-instance?sortBy=size&sortOrder=asc    |      | 400    | InvalidRequestException | | Cannot set query parameter 'sortBy' to value 'size'
          GET /process-instance?sortBy=instanceId&sortOrder=up |    | 400    | InvalidRequestException | | Cannot set query parameter 'sortOrder' to value 'up'
          GET /process-instance?active=maybe                 |      | 400    | InvalidRequestException | | Cannot set query parameter 'active' to value 'maybe'
          GET /process-instance?firstResult=x                |      | 400    | InvalidRequestException | | Cannot set query parameter 'firstResult' to value 'x'
          GET /process-instance?variables=a_is_b             |      | 400    | InvalidRequestException | | Cannot set query parameter 'variables'
          GET /process-instance?variables=a_gt               |      | 400    | InvalidRequestException | | Cannot set query parameter 'variables'
          POST /process-instance                             | {"sorting":[{"sortBy":"instanceId"}]} | 400 | NotValidException | 0 | Cannot sort by
          POST /process-instance                             | {"sorting":[{"sortBy":"size","sortOrder":"asc"}]} | 400 | NotValidException | 0 | Cannot sort by 'size'
          POST /process-instance                             | {"variables":[{"name":"a","operator":"gt","value":true}]} | 500 | ProcessEngineException | 0 | Booleans and null cannot be used
          POST /process-instance                             | {"variables":[{"name":"a","operator":"eq","value":{}}]} | 500 | ProcessEngineException | 0 | Object values cannot be used to query
          POST /process-instance                             | {"processInstanceIds":"<instance>"} | 400 | InvalidRequestException | |
          POST /process-instance                             | {"orQueries":[{"sorting":[{"sortBy":"instanceId","sortOrder":"asc"}]}]} | 400 | InvalidRequestException | | cannot set 'sorting' within 'orQueries'
          POST /process-instance                             | {"orQueries":[{"orQueries":[{"active":true}]}]} | 400 | InvalidRequestException | | cannot set 'orQueries' within 'orQueries'
          POST /process-instance/count                       | {"orQueries":[null]} | 400 | InvalidRequestException | | An entry of 'orQueries' is null
          PUT /process-instance/suspended                    | {"suspended":true} | 400 | InvalidRequestException | | should be set to update the suspension state
          PUT /process-instance/suspended                    | {"suspended":true,"processDefinitionId":"x","processDefinitionKey":"y"} | 400 | InvalidRequestException | | Only one of processDefinitionId or processDefinitionKey
          PUT /process-instance/suspended                    | {"suspended":true,"processDefinitionId":"x","processInstanceIds":["y"]} | 400 | InvalidRequestException | | Choose either
          PUT /process-instance/suspended                    | {"suspended":true,"processInstanceIds":[]} | 400 | InvalidRequestException | | No process instance ids given
          PUT /process-instance/suspended                    | {"suspended":true,"processInstanceIds":[null]} | 400 | InvalidRequestException | | contains null
          PUT /process-instance/suspended                    | {"suspended":true,"processInstanceQuery":{"businessKey":"<unknown>"}} | 400 | InvalidRequestException | | No process instance ids given
          GET /execution/<unknown>                           |      | 404    | InvalidRequestException | | Execution with id <unknown> does not exist
          GET /execution?sortBy=activityId&sortOrder=asc     |      | 400    | InvalidRequestException | | Cannot set query parameter 'sortBy' to value 'activityId'
          POST /execution/<unknown>/create-incident          | {"incidentType":"custom"} | 400 | InvalidRequestException | | Cannot find an execution with executionId '<unknown>'
          POST /execution/<instance>/create-incident         | {"incidentType":"custom"} | 400 | InvalidRequestException | | Execution must be related to an activity
          POST /execution/<work>/create-incident             | {"message":"broken"} | 400 | InvalidRequestException | | incidentType is null
          """)
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }
}
