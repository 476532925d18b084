package dev.outwork.api.event;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * Variables of which conditions of start events may be true.
 *
 * @param variables what the conditions see, and new instances start with
 * @param businessKey of new instances, may be null
 * @param processDefinitionId the one definition whose conditions are looked at; null for the latest
 *     version of each
 */
public record ConditionEvaluation(
    Map<String, TypedValue> variables,
    String businessKey,
    String processDefinitionId,
    TenantMatch tenant) {
  public ConditionEvaluation {
    variables = Map.copyOf(variables);
  }

  /** For all definitions. */
  public static ConditionEvaluation of(Map<String, TypedValue> variables) {
    return new ConditionEvaluation(variables, null, null, TenantMatch.ANY);
  }
}
