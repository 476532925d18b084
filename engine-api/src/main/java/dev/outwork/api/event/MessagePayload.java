package dev.outwork.api.event;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * The variables that come with a message.
 *
 * @param variables set where each name is found first, going outwards from the execution that
 *     waits, else on the process instance
 * @param localVariables set on the execution that waits; on a new instance like {@code variables}
 * @param variablesToTriggeredScope set where the message leads to: a boundary event, an event
 *     sub-process, or what waited; on a new instance like {@code variables}
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
