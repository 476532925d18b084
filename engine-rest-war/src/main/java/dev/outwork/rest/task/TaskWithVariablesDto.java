package dev.outwork.rest.task;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import java.util.Map;

/** A task of a list with its variables. */
record TaskWithVariablesDto(@JsonUnwrapped TaskDto task, Map<String, VariableValueDto> variables) {
  static TaskWithVariablesDto of(TaskDto task, Map<String, TypedValue> variables) {
    return new TaskWithVariablesDto(task, VariableWriter.writeReadable(variables));
  }
}
