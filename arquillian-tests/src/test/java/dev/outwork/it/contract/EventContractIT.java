package dev.outwork.it.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Messages", "Signals" and "Event subscriptions": messages,
 * signals, and subscriptions.
 */
class EventContractIT extends StandingInstance {
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/event/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventName=standing-paid",
        "eventType=message",
        "executionId=<receive>",
        "activityId=receive",
        "activityId=receive&withoutTenantId=true",
        "activityId=receive&tenantIdIn=north&includeEventSubscriptionsWithoutTenantId=true",
        "activityId=receive&sortBy=created&sortOrder=desc",
        "activityId=receive&sortBy=tenantId&sortOrder=asc"
      })
  void filters_of_subscriptions_match(String filter) {
    answers(
        "GET /event-subscription?processInstanceId=<instance>&" + filter,
        null,
        200,
        "\"executionId\":\"<receive>\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventSubscriptionId=<unknown>",
        "eventName=other",
        "eventType=compensate",
        "tenantIdIn=north"
      })
  void filters_of_subscriptions_pass_over(String filter) {
    answers("GET /event-subscription?processInstanceId=<instance>&" + filter, null, 200, "[]");
  }

  @Test
  void variables_of_a_message_are_visible_at_its_target() {
    answers(
        "POST /message",
        """
        {"messageName":"standing-paid","processInstanceId":"<instance>",
         "processVariables":{"by":{"value":"card"}}}
        """,
        204,
        null);

    answers(
        "GET /process-instance/<instance>/variables/by",
        null,
        200,
        "{\"type\":\"String\",\"value\":\"card\",\"valueInfo\":{}}");
    answers("GET /execution/count?activityId=receive&processInstanceId=<instance>", null, 200, "0");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/event/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }
}
