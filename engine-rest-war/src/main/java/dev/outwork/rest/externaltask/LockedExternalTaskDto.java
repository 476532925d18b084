package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import java.util.Map;

/** A task as its worker gets it: with everything that it asked for (wire section 3.3). */
public record LockedExternalTaskDto(
    @JsonUnwrapped ExternalTaskDto task,
    String errorDetails,
    Map<String, VariableValueDto> variables,
    Map<String, String> extensionProperties) {

  /**
   * @param deserialize whether objects in JSON are wanted as structures
   */
  static LockedExternalTaskDto of(LockedExternalTask locked, boolean deserialize) {
    return new LockedExternalTaskDto(
        ExternalTaskDto.of(locked.task()),
        locked.errorDetails(),
        written(locked.variables(), deserialize),
        locked.extensionProperties());
  }

  private static Map<String, VariableValueDto> written(
      Map<String, TypedValue> variables, boolean deserialize) {
    try {
      return VariableWriter.writeAll(variables, deserialize);
    } catch (ProcessEngineException e) {
      // The task is locked already: its worker gets it with the texts as they are.
      return VariableWriter.writeAll(variables);
    }
  }
}
