package dev.outwork.rest.instance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import java.util.Map;

/** A new instance with its variables. */
public record StartedInstanceDto(
    @JsonUnwrapped ProcessInstanceDto instance, Map<String, VariableValueDto> variables) {

  public static StartedInstanceDto of(
      ProcessInstanceDto instance, Map<String, TypedValue> variables) {
    return new StartedInstanceDto(instance, VariableWriter.writeAll(variables));
  }
}
