package dev.outwork.it.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Messages", "Signals" and "Event subscriptions": messages,
 * signals, and who listens.
 */
class EventContractIT extends StandingInstance {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request | body | status | the answer has
          POST /message | {"messageName":"standing-paid","businessKey":"<businessKey>"} | 204 |
          POST /message | {"messageName":"standing-paid","processInstanceId":"<instance>","processVariables":{"by":{"value":"card"}}} | 204 |
          POST /message | {"messageName":"standing-paid","correlationKeys":{"color":{"value":"red"},"amount":{"value":5,"type":"Long"}},"businessKey":"<businessKey>"} | 204 |
          POST /message | {"messageName":"standing-paid","businessKey":"<businessKey>","withoutTenantId":true,"processVariablesLocal":{"a":{"value":1}},"processVariablesToTriggeredScope":{"b":{"value":2}}} | 204 |
          POST /message | {"messageName":"standing-paid","businessKey":"<businessKey>","resultEnabled":true} | 200 | [{"resultType":"Execution","execution":{"id":"<receive>","processInstanceId":"<instance>","ended":true,"tenantId":null},"processInstance":null}]
          POST /message | {"messageName":"standing-paid","businessKey":"<businessKey>","resultEnabled":true,"variablesInResultEnabled":true} | 200 | "color":{"type":"String","value":"red","valueInfo":{}}
          POST /message | {"messageName":"standing-asked","businessKey":"<businessKey>-asked","resultEnabled":true} | 200 | [{"resultType":"ProcessDefinition","execution":null,"processInstance":{"links":[],"id":
          POST /message | {"messageName":"nobody-waits","all":true} | 204 |
          POST /message | {"messageName":"nobody-waits","all":true,"resultEnabled":true} | 200 | []
          POST /signal  | {"name":"standing-flag","variables":{"x":{"value":1}}} | 204 |
          POST /signal  | {"name":"standing-flag","withoutTenantId":true} | 204 |
          POST /signal  | {"name":"standing-flag","executionId":"<flagged>"} | 204 |
          POST /signal  | {"name":"nobody-listens"} | 204 |
          POST /execution/<receive>/signal | {"variables":{"x":{"value":1}}} | 204 |
          POST /execution/<receive>/signal | {} | 204 |
          GET /execution/<receive>/messageSubscriptions/standing-paid | | 200 | "eventType":"message","eventName":"standing-paid","executionId":"<receive>","processInstanceId":"<instance>","activityId":"receive","createdDate":"
          POST /execution/<receive>/messageSubscriptions/standing-paid/trigger | {"variables":{"x":{"value":1}}} | 204 |
          GET /event-subscription?executionId=<flagged> | | 200 | "eventType":"signal","eventName":"standing-flag","executionId":"<flagged>","processInstanceId":"<instance>","activityId":"flagged","createdDate":"
          GET /event-subscription/count?processInstanceId=<instance> | | 200 | {"count":2}
          """)
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
  void what_a_message_brings_is_seen_where_it_was_sent_to() {
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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request | body | status | type | code | message
          POST /message | {} | 400 | InvalidRequestException | | No message name supplied
          POST /message | {"messageName":"standing-paid","tenantId":"a","withoutTenantId":true} | 400 | InvalidRequestException | | 'tenantId' cannot be used together with parameter 'withoutTenantId'
          POST /message | {"messageName":"standing-paid","variablesInResultEnabled":true} | 400 | InvalidRequestException | | 'variablesInResultEnabled' cannot be used without 'resultEnabled'
          POST /message | {"messageName":"nobody-waits"} | 400 | RestException | 0 | org.camunda.bpm.engine.MismatchingMessageCorrelationException: Cannot correlate message 'nobody-waits': No process definition or execution matches the parameters
          POST /message | {"messageName":"standing-paid","businessKey":"<unknown>"} | 400 | RestException | 0 | org.camunda.bpm.engine.MismatchingMessageCorrelationException:
          POST /message | {"messageName":"standing-paid","processInstanceId":"<instance>","localCorrelationKeys":{"a":{"value":1}}} | 400 | RestException | 0 | MismatchingMessageCorrelationException
          POST /message | {"messageName":"standing-paid","correlationKeys":{"a":{"value":"x","type":"Integer"}}} | 400 | InvalidRequestException | | Cannot deliver message: Cannot convert value 'x' of type 'Integer' to java type java.lang.Integer
          POST /message | {"messageName":"standing-paid","processVariables":{"a":{"value":"x","type":"Colour"}}} | 400 | RestException | | Cannot deliver message: Unsupported value type 'Colour'
          POST /message | {"messageName":"standing-paid","correlationKeys":{"a":{"value":{}}}} | 500 | ProcessEngineException | 0 | Object values cannot be used to query
          POST /signal  | {} | 400 | InvalidRequestException | | No signal name given
          POST /signal  | {"name":"standing-flag","tenantId":"a","withoutTenantId":true} | 400 | InvalidRequestException | | cannot be used together
          POST /signal  | {"name":"standing-flag","executionId":"<flagged>","tenantId":"a"} | 400 | BadUserRequestException | 0 | Cannot specify a tenant-id
          POST /signal  | {"name":"standing-flag","executionId":"<unknown>"} | 500 | NullValueException | 0 | Execution '<unknown>' has not subscribed to a signal event with name 'standing-flag'
          POST /signal  | {"name":"standing-flag","variables":{"a":{"value":"x","type":"Long"}}} | 400 | InvalidRequestException | | Cannot send signal: Cannot convert value
          POST /condition | {"variables":{"x":{"value":1}}} | 500 | ProcessEngineException | 0 | ENGINE-13043 No subscriptions were found during evaluation of the conditional start events.
          POST /condition | {"variables":{"x":{"value":"y","type":"Integer"}}} | 400 | InvalidRequestException | | Cannot evaluate conditions: Cannot convert value
          POST /condition | {"tenantId":"a","withoutTenantId":true} | 400 | InvalidRequestException | | cannot be used together
          POST /execution/<unknown>/signal | {} | 500 | RestException | 0 | Cannot signal execution <unknown>
          POST /execution/<work>/signal | {} | 500 | RestException | 0 | Cannot signal execution <work>
          POST /execution/<receive>/signal | {"variables":{"a":{"value":"x","type":"Integer"}}} | 400 | InvalidRequestException | | Cannot signal execution <receive>: Cannot convert value
          GET /execution/<receive>/messageSubscriptions/other | | 404 | InvalidRequestException | | Message event subscription for execution <receive> named other does not exist
          GET /execution/<unknown>/messageSubscriptions/standing-paid | | 404 | InvalidRequestException | | does not exist
          POST /execution/<receive>/messageSubscriptions/other/trigger | {} | 500 | RestException | 0 | Cannot trigger message other for execution <receive>
          POST /execution/<receive>/messageSubscriptions/standing-paid/trigger | {"variables":{"a":{"value":"x","type":"Integer"}}} | 400 | InvalidRequestException | | Cannot trigger message standing-paid for execution <receive>: Cannot convert value
          GET /event-subscription?sortBy=created | | 400 | InvalidRequestException | | Only a single sorting parameter
          GET /event-subscription?sortBy=name&sortOrder=asc | | 400 | InvalidRequestException | | Cannot set query parameter 'sortBy' to value 'name'
          """)
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }
}
