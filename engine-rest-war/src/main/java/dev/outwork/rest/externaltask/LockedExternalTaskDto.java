package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import java.util.Map;

/**
 * A locked task with everything that its worker requested (docs/rest-api.md, "Fetch and lock").
 *
 * @param traceparent the trace that the work belongs to; absent if nobody traces it
 */
public record LockedExternalTaskDto(
    @JsonUnwrapped ExternalTask task,
    String errorDetails,
    Map<String, VariableValueDto> variables,
    Map<String, String> extensionProperties,
    @JsonInclude(JsonInclude.Include.NON_NULL) String traceparent) {

  /**
   * @param deserialize as {@link VariableWriter#write(dev.outwork.api.variable.TypedValue,
   *     boolean)}
   */
  static LockedExternalTaskDto of(LockedExternalTask locked, boolean deserialize) {
    return new LockedExternalTaskDto(
        locked.task(),
        locked.errorDetails(),
        // The task is locked already, so a value that cannot be deserialized is returned as text.
        deserialize
            ? VariableWriter.writeReadable(locked.variables())
            : VariableWriter.writeAll(locked.variables()),
        locked.extensionProperties(),
        locked.traceparent());
  }
}
