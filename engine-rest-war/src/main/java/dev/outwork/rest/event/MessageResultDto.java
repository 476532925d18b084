package dev.outwork.rest.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.rest.instance.ExecutionDto;
import dev.outwork.rest.instance.ProcessInstanceDto;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import java.util.List;
import java.util.Map;

/**
 * A receiver of a message.
 *
 * @param resultType {@code Execution} or {@code ProcessDefinition}
 * @param execution null if the message started an instance
 * @param processInstance null if an execution was waiting for the message
 */
public record MessageResultDto(
    String resultType, ExecutionDto execution, ProcessInstanceDto processInstance) {

  /** A receiver with the variables of its instance. */
  record WithVariables(
      @JsonUnwrapped MessageResultDto result, Map<String, VariableValueDto> variables) {

    static WithVariables of(MessageCorrelationResult told) {
      return new WithVariables(
          MessageResultDto.of(told), VariableWriter.writeAll(told.variables()));
    }
  }

  static MessageResultDto of(MessageCorrelationResult told) {
    return told.execution() == null
        ? new MessageResultDto(
            "ProcessDefinition", null, ProcessInstanceDto.of(told.processInstance(), List.of()))
        : new MessageResultDto("Execution", ExecutionDto.of(told.execution()), null);
  }
}
