package dev.outwork.delegate;

import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The variables that come with a task. */
public interface TaskVariables {
  /** All names, of what is null too. */
  Set<String> names();

  /**
   * A value with its type.
   *
   * @param deserialized whether an object is to be had, or its text is enough
   * @return null if there is no variable of that name
   */
  TypedValue typed(String name, boolean deserialized);

  /** Those of a map, as they are. */
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
