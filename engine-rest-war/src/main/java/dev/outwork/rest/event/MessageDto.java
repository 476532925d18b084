package dev.outwork.rest.event;

import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelation.Receivers;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import java.util.Map;

/** A message and its receivers. */
public record MessageDto(
    String messageName,
    String businessKey,
    String processInstanceId,
    Map<String, VariableValueDto> correlationKeys,
    Map<String, VariableValueDto> localCorrelationKeys,
    Map<String, VariableValueDto> processVariables,
    Map<String, VariableValueDto> processVariablesLocal,
    Map<String, VariableValueDto> processVariablesToTriggeredScope,
    String tenantId,
    boolean withoutTenantId,
    boolean all,
    boolean resultEnabled,
    boolean variablesInResultEnabled) {

  MessageCorrelation toMessage() {
    if (messageName == null) {
      throw RestException.invalidRequest("No message name supplied");
    }
    if (variablesInResultEnabled && !resultEnabled) {
      throw RestException.invalidRequest(
          "Parameter 'variablesInResultEnabled' cannot be used without 'resultEnabled' set to true");
    }
    MessageMatch match =
        new MessageMatch(
            businessKey,
            processInstanceId,
            VariableReader.readAll(correlationKeys),
            VariableReader.readAll(localCorrelationKeys),
            Tenants.of(tenantId, withoutTenantId));
    MessagePayload payload =
        new MessagePayload(
            VariableReader.readAll(processVariables),
            VariableReader.readAll(processVariablesLocal),
            VariableReader.readAll(processVariablesToTriggeredScope));
    return new MessageCorrelation(
        messageName, all ? Receivers.ALL : Receivers.ONE, match, payload, variablesInResultEnabled);
  }
}
