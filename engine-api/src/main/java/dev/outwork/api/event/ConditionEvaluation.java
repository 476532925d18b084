package dev.outwork.api.event;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * Variables for the conditions of conditional start events.
 *
 * @param variables visible to the conditions; new instances start with them
 * @param businessKey of new instances, may be null
 * @param processDefinitionId the only definition whose conditions are evaluated; null for the
 *     latest version of each
 */
public record ConditionEvaluation(
    Map<String, TypedValue> variables,
    String businessKey,
    String processDefinitionId,
    TenantMatch tenant) {
  public ConditionEvaluation {
    variables = Map.copyOf(variables);
  }

  /** An evaluation for all definitions. */
  public static ConditionEvaluation of(Map<String, TypedValue> variables) {
    return new ConditionEvaluation(variables, null, null, TenantMatch.ANY);
  }
}
