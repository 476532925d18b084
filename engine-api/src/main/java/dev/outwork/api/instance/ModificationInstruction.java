package dev.outwork.api.instance;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * One step of changing where an instance stands (docs/rest-api.md, "Modification"), or of starting
 * one elsewhere than at its start event.
 *
 * @param activityId what to start before or after, or to cancel all instances of; else null. Of a
 *     multi-instance activity its own id is one instance, with {@code #multiInstanceBody} the whole
 * @param transitionId the sequence flow to take; else null
 * @param activityInstanceId the one activity instance to cancel; else null
 * @param transitionInstanceId the one token to cancel that waits before or after a node; else null
 * @param ancestorActivityInstanceId the scope instance to start in, or below, where every scope
 *     between is begun anew; null if there is only one choice
 * @param variables set in the innermost scope that holds the name, else on the process instance
 * @param localVariables set on what is started, as its own
 */
public record ModificationInstruction(
    Type type,
    String activityId,
    String transitionId,
    String activityInstanceId,
    String transitionInstanceId,
    String ancestorActivityInstanceId,
    Map<String, TypedValue> variables,
    Map<String, TypedValue> localVariables) {

  /** What an instruction does. */
  public enum Type {
    /** Takes tokens away. */
    CANCEL,
    /** Puts a token on a node. */
    START_BEFORE_ACTIVITY,
    /** Puts a token on the one sequence flow that leaves a node. */
    START_AFTER_ACTIVITY,
    /** Puts a token on a sequence flow. */
    START_TRANSITION
  }

  public ModificationInstruction {
    variables = Map.copyOf(variables);
    localVariables = Map.copyOf(localVariables);
  }
}
