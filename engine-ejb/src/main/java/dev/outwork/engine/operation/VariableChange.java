package dev.outwork.engine.operation;

import java.util.Collection;
import java.util.Map;

/** How Camunda 7 names a change of variables by hand. */
public final class VariableChange {
  private VariableChange() {}

  /** One that is set, one that is removed, or anything else. */
  public static String typeOf(Map<String, ?> modifications, Collection<String> deletions) {
    if (modifications.size() == 1 && deletions.isEmpty()) {
      return "SetVariable";
    }
    return modifications.isEmpty() && deletions.size() == 1 ? "RemoveVariable" : "ModifyVariable";
  }
}
