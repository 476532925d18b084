package dev.outwork.delegate;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The variables that code reads and writes: those of its task, overlaid by its own writes, which
 * are reported at the end.
 *
 * <p>A removed variable that existed before is reported as null: a report cannot remove variables.
 */
final class WrittenVariables {
  private final TaskVariables given;
  private final Map<String, Object> written = new LinkedHashMap<>();
  private final Map<String, Object> writtenLocal = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();

  WrittenVariables(TaskVariables given) {
    this.given = given;
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(given.names());
    names.addAll(written.keySet());
    names.addAll(writtenLocal.keySet());
    names.removeAll(removed);
    return names;
  }

  boolean has(String name) {
    return names().contains(name);
  }

  /** The variable; null if there is none. */
  TypedValue typed(String name, boolean deserialized) {
    if (!has(name)) {
      return null;
    }
    Map<String, Object> holder = writtenLocal.containsKey(name) ? writtenLocal : written;
    if (!holder.containsKey(name)) {
      return given.typed(name, deserialized);
    }
    return PlainValues.typed(holder.get(name));
  }

  /** Sets the variable in the innermost scope that has it, as far as this is known here. */
  void set(String name, Object value) {
    removed.remove(name);
    (writtenLocal.containsKey(name) ? writtenLocal : written).put(name, value);
  }

  void setLocal(String name, Object value) {
    removed.remove(name);
    writtenLocal.put(name, value);
  }

  void remove(String name) {
    if (writtenLocal.containsKey(name)) {
      writtenLocal.remove(name);
    } else {
      remove(name, written);
    }
  }

  void removeLocal(String name) {
    remove(name, writtenLocal);
  }

  private void remove(String name, Map<String, Object> holder) {
    holder.remove(name);
    if (given.names().contains(name)) {
      holder.put(name, null);
      removed.add(name);
    }
  }

  Map<String, Object> written() {
    return Collections.unmodifiableMap(written);
  }

  Map<String, Object> writtenLocal() {
    return Collections.unmodifiableMap(writtenLocal);
  }
}
