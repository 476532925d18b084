package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Lists", "Process instances" and "Executions": running
 * instances and where they stand.
 */
class InstanceContractIT extends StandingInstance {
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/instance/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
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
  @CsvFileSource(
      resources = "/contract/instance/of-each-or-query-one-condition-is-enough.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void each_or_query_needs_one_matching_condition(String orQueries, int count) {
    String body = "{\"processInstanceIds\":[\"<instance>\"],\"orQueries\":%s}".formatted(orQueries);
    String expected = "{\"count\":%d}".formatted(count);

    answers("POST /process-instance/count", body, 200, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/instance/ended-instances-and-tasks-have-or-queries-too.csv",
      delimiter = '|',
      quoteCharacter = '`')
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
  @CsvFileSource(
      resources = "/contract/instance/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }
}
