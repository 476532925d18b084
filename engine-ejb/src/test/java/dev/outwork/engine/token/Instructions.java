package dev.outwork.engine.token;

import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ModificationInstruction.Type;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/** Instructions to change where an instance stands. */
public final class Instructions {
  private Instructions() {}

  public static ModificationInstruction startBefore(String activityId) {
    return of(Type.START_BEFORE_ACTIVITY, activityId, null, null, null, null);
  }

  public static ModificationInstruction startBefore(String activityId, String ancestorId) {
    return of(Type.START_BEFORE_ACTIVITY, activityId, null, null, null, ancestorId);
  }

  public static ModificationInstruction startBefore(
      String activityId, Map<String, TypedValue> variables, Map<String, TypedValue> locals) {
    return new ModificationInstruction(
        Type.START_BEFORE_ACTIVITY, activityId, null, null, null, null, variables, locals);
  }

  public static ModificationInstruction startAfter(String activityId) {
    return of(Type.START_AFTER_ACTIVITY, activityId, null, null, null, null);
  }

  public static ModificationInstruction startAfter(String activityId, String ancestorId) {
    return of(Type.START_AFTER_ACTIVITY, activityId, null, null, null, ancestorId);
  }

  public static ModificationInstruction take(String transitionId) {
    return of(Type.START_TRANSITION, null, transitionId, null, null, null);
  }

  public static ModificationInstruction cancelAll(String activityId) {
    return of(Type.CANCEL, activityId, null, null, null, null);
  }

  public static ModificationInstruction cancelOne(String activityInstanceId) {
    return of(Type.CANCEL, null, null, activityInstanceId, null, null);
  }

  public static ModificationInstruction cancelTransition(String transitionInstanceId) {
    return of(Type.CANCEL, null, null, null, transitionInstanceId, null);
  }

  private static ModificationInstruction of(
      Type type,
      String activityId,
      String transitionId,
      String activityInstanceId,
      String transitionInstanceId,
      String ancestorId) {
    return new ModificationInstruction(
        type,
        activityId,
        transitionId,
        activityInstanceId,
        transitionInstanceId,
        ancestorId,
        Map.of(),
        Map.of());
  }
}
