package dev.outwork.api.instance;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * One step of the modification of an instance (docs/rest-api.md, "Modification"), or of a start
 * elsewhere than at the start event.
 *
 * @param activityId the activity to start before or after, or to cancel all instances of; otherwise
 *     null. The id of a multi-instance activity stands for one instance, with {@code
 *     #multiInstanceBody} for the whole
 * @param transitionId the sequence flow to take; otherwise null
 * @param activityInstanceId the one activity instance to cancel; otherwise null
 * @param transitionInstanceId the one token to cancel that waits before or after a node; otherwise
 *     null
 * @param ancestorActivityInstanceId the scope instance in which to start; every scope below it is
 *     created anew. Null if there is only one choice
 * @param variables set in the innermost scope that has a variable of that name, otherwise on the
 *     process instance
 * @param localVariables set on the started activity itself
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

  /** The types of instructions. */
  public enum Type {
    /** Cancels tokens. */
    CANCEL,
    /** Places a token on a node. */
    START_BEFORE_ACTIVITY,
    /** Places a token on the only sequence flow that leaves a node. */
    START_AFTER_ACTIVITY,
    /** Places a token on a sequence flow. */
    START_TRANSITION
  }

  public ModificationInstruction {
    variables = Map.copyOf(variables);
    localVariables = Map.copyOf(localVariables);
  }
}
