package dev.outwork.api.externaltask;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import java.util.Objects;

/**
 * A task whose work is done.
 *
 * @param variables set where each name is found first, going outwards from the task, else on the
 *     instance
 * @param localVariables set on the task's own scope
 */
public record CompletedTask(
    String id, Map<String, TypedValue> variables, Map<String, TypedValue> localVariables)
    implements TaskReport {
  public CompletedTask {
    Objects.requireNonNull(id, "id");
    variables = Map.copyOf(variables);
    localVariables = Map.copyOf(localVariables);
  }

  /** Without results. */
  public static CompletedTask of(String id) {
    return new CompletedTask(id, Map.of(), Map.of());
  }
}
