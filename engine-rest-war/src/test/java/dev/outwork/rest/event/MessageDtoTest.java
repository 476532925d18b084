package dev.outwork.rest.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelation.Receivers;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading messages, and the answers to them (docs/rest-api.md, "Messages"). */
class MessageDtoTest {
  @Test
  void a_message_needs_nothing_but_its_name() throws Exception {
    assertThat(read("{'messageName': 'paid'}")).isEqualTo(MessageCorrelation.of("paid"));
  }

  @Test
  void a_message_can_say_whom_it_is_meant_for_and_what_it_brings() throws Exception {
    MessageCorrelation message =
        read(
            """
            {'messageName': 'paid', 'businessKey': 'order-1', 'processInstanceId': 'i',
             'correlationKeys': {'a': {'value': 1}}, 'localCorrelationKeys': {'b': {'value': 2}},
             'processVariables': {'c': {'value': 3}}, 'processVariablesLocal': {'d': {'value': 4}},
             'processVariablesToTriggeredScope': {'e': {'value': 5}}, 'tenantId': 't',
             'all': true, 'resultEnabled': true, 'variablesInResultEnabled': true}""");

    assertThat(message)
        .isEqualTo(
            new MessageCorrelation(
                "paid",
                Receivers.ALL,
                new MessageMatch(
                    "order-1",
                    "i",
                    Map.of("a", TypedValue.integer(1)),
                    Map.of("b", TypedValue.integer(2)),
                    TenantMatch.of("t")),
                new MessagePayload(
                    Map.of("c", TypedValue.integer(3)),
                    Map.of("d", TypedValue.integer(4)),
                    Map.of("e", TypedValue.integer(5))),
                true));
  }

  @Test
  void a_message_can_be_meant_for_what_belongs_to_no_tenant() throws Exception {
    assertThat(read("{'messageName': 'paid', 'withoutTenantId': true}").match().tenant())
        .isEqualTo(TenantMatch.NONE);
  }

  @Test
  void a_message_that_contradicts_itself_is_refused() {
    assertRefused("{}", "No message name supplied");
    assertRefused(
        "{'messageName': 'paid', 'tenantId': 't', 'withoutTenantId': true}",
        "Parameter 'tenantId' cannot be used together with parameter 'withoutTenantId'.");
    assertRefused(
        "{'messageName': 'paid', 'variablesInResultEnabled': true}",
        "Parameter 'variablesInResultEnabled' cannot be used without 'resultEnabled' set to true");
  }

  @Test
  void a_result_tells_which_execution_has_waited() throws Exception {
    MessageCorrelationResult told =
        new MessageCorrelationResult(new Execution("e", "i", true, null), null, Map.of());

    assertThat(Json.MAPPER.writeValueAsString(MessageResultDto.of(told)))
        .isEqualTo(
            """
            {"resultType":"Execution","execution":\
            {"id":"e","processInstanceId":"i","ended":true,"tenantId":null},"processInstance":null}""");
  }

  @Test
  void a_result_can_bring_variables() throws Exception {
    MessageCorrelationResult told =
        new MessageCorrelationResult(
            null,
            new ProcessInstance("i", "d", "k", "order-1", null, false, false),
            Map.of("sum", TypedValue.integer(7)));

    assertThat(Json.MAPPER.writeValueAsString(MessageResultDto.WithVariables.of(told)))
        .isEqualTo(
            """
            {"resultType":"ProcessDefinition","execution":null,"processInstance":\
            {"links":[],"id":"i","definitionId":"d","definitionKey":"k","businessKey":"order-1",\
            "caseInstanceId":null,"ended":false,"suspended":false,"tenantId":null},\
            "variables":{"sum":{"type":"Integer","value":7,"valueInfo":{}}}}""");
  }

  private static void assertRefused(String json, String reason) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(RestException.class).hasMessage(reason);
  }

  private static MessageCorrelation read(String json) throws JsonProcessingException {
    return Json.MAPPER.readValue(json.replace('\'', '"'), MessageDto.class).toMessage();
  }
}
