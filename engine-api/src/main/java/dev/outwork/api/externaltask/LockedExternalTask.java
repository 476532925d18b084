package dev.outwork.api.externaltask;

import dev.outwork.api.variable.TypedValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A task that a worker has just fetched, with the data for its work.
 *
 * @param task as of the lock
 * @param errorDetails of the last failure, may be null
 * @param variables the requested variables; a file comes without its content
 * @param extensionProperties the element's {@code camunda:properties} if the topic requested them,
 *     otherwise empty
 * @param traceparent the trace that the work belongs to, as the header of W3C Trace Context has it;
 *     null if nobody traces it
 */
public record LockedExternalTask(
    ExternalTask task,
    String errorDetails,
    Map<String, TypedValue> variables,
    Map<String, String> extensionProperties,
    String traceparent) {
  public LockedExternalTask {
    variables = Map.copyOf(variables);
    extensionProperties = Collections.unmodifiableMap(new LinkedHashMap<>(extensionProperties));
  }

  /** A task that nobody traces. */
  public LockedExternalTask(
      ExternalTask task,
      String errorDetails,
      Map<String, TypedValue> variables,
      Map<String, String> extensionProperties) {
    this(task, errorDetails, variables, extensionProperties, null);
  }

  /** This task with another lock expiration time. */
  public LockedExternalTask lockedUntil(Instant end) {
    return new LockedExternalTask(
        task.lockedUntil(end), errorDetails, variables, extensionProperties, traceparent);
  }
}
