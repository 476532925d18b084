package dev.outwork.api.externaltask;

import dev.outwork.api.variable.TypedValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A task whose work is done.
 *
 * @param variables set in the innermost scope, seen from the task, that has a variable of that
 *     name, otherwise on the process instance
 * @param localVariables set in the task's own scope
 */
public record CompletedTask(
    String id, Map<String, TypedValue> variables, Map<String, TypedValue> localVariables)
    implements TaskReport {
  public CompletedTask {
    Objects.requireNonNull(id, "id");
    // In the order of the caller: conditional events are asked after each.
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    localVariables = Collections.unmodifiableMap(new LinkedHashMap<>(localVariables));
  }

  /** A completion without variables. */
  public static CompletedTask of(String id) {
    return new CompletedTask(id, Map.of(), Map.of());
  }
}
