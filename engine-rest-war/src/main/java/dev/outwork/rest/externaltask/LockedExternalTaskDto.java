package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import java.util.Map;

/** A task as its worker gets it: with everything that it asked for (wire section 3.3). */
public record LockedExternalTaskDto(
    @JsonUnwrapped ExternalTaskDto task,
    String errorDetails,
    Map<String, VariableValueDto> variables,
    Map<String, String> extensionProperties) {

  static LockedExternalTaskDto of(LockedExternalTask locked) {
    return new LockedExternalTaskDto(
        ExternalTaskDto.of(locked.task()),
        locked.errorDetails(),
        VariableWriter.writeAll(locked.variables()),
        locked.extensionProperties());
  }
}
