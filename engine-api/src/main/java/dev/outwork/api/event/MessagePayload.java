package dev.outwork.api.event;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * The variables of a message.
 *
 * @param variables set in the innermost scope, seen from the waiting execution, that has a variable
 *     of that name, otherwise on the process instance
 * @param localVariables set on the waiting execution; on a new instance like {@code variables}
 * @param variablesToTriggeredScope set in the scope that the message triggers: a boundary event, an
 *     event sub-process, or the waiting execution; on a new instance like {@code variables}
 */
public record MessagePayload(
    Map<String, TypedValue> variables,
    Map<String, TypedValue> localVariables,
    Map<String, TypedValue> variablesToTriggeredScope) {
  public static final MessagePayload NONE = new MessagePayload(Map.of(), Map.of(), Map.of());

  public MessagePayload {
    variables = Map.copyOf(variables);
    localVariables = Map.copyOf(localVariables);
    variablesToTriggeredScope = Map.copyOf(variablesToTriggeredScope);
  }

  public static MessagePayload variables(Map<String, TypedValue> variables) {
    return new MessagePayload(variables, Map.of(), Map.of());
  }
}
