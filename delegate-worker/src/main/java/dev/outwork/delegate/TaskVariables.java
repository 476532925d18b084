package dev.outwork.delegate;

import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The variables of a task. */
public interface TaskVariables {
  /** All names, those of null variables included. */
  Set<String> names();

  /**
   * A value with its type.
   *
   * @param deserialized whether an object must be deserialized; if false, its text is enough
   * @return null if there is no variable of that name
   */
  TypedValue typed(String name, boolean deserialized);

  /** The variables of a map, unchanged. */
  static TaskVariables of(VariableMap map) {
    return new TaskVariables() {
      @Override
      public Set<String> names() {
        return map.keySet();
      }

      @Override
      public TypedValue typed(String name, boolean deserialized) {
        return map.containsKey(name) ? PlainValues.typed(map.getValueTyped(name)) : null;
      }
    };
  }
}
