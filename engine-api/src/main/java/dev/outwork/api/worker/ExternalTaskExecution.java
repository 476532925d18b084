package dev.outwork.api.worker;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.variable.TypedValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One execution of a worker: the task, and the variables to complete it with. Not thread-safe. A
 * unit test of a worker creates it from a {@link LockedExternalTask}.
 */
public final class ExternalTaskExecution {
  private final LockedExternalTask locked;
  private final Map<String, TypedValue> results = new LinkedHashMap<>();
  private final Map<String, TypedValue> localResults = new LinkedHashMap<>();

  public ExternalTaskExecution(LockedExternalTask locked) {
    this.locked = locked;
  }

  /** The task as of its lock. */
  public ExternalTask task() {
    return locked.task();
  }

  /** The variables that the worker requested, by name; a file comes without its content. */
  public Map<String, TypedValue> variables() {
    return locked.variables();
  }

  /**
   * The value of a variable: a String, Boolean, Number, {@link java.time.Instant}, byte array, or
   * the text of a JSON or XML document.
   *
   * @return null if the variable is null, does not exist, or was not requested
   */
  @SuppressWarnings("unchecked")
  public <T> T variable(String name) {
    TypedValue value = locked.variables().get(name);
    return value == null ? null : (T) value.value();
  }

  /** The element's {@code camunda:properties} if the worker requested them, otherwise empty. */
  public Map<String, String> extensionProperties() {
    return locked.extensionProperties();
  }

  /**
   * The trace that the work belongs to, as the header {@code traceparent} of W3C Trace Context has
   * it; empty if nobody traces it.
   */
  public Optional<String> traceparent() {
    return Optional.ofNullable(locked.traceparent());
  }

  /** Details of the task's last failure, usually a stack trace. */
  public Optional<String> errorDetails() {
    return Optional.ofNullable(locked.errorDetails());
  }

  /**
   * Sets a variable on completion, in the innermost scope, seen from the task, that has a variable
   * of that name, otherwise on the process instance.
   *
   * @param value of a type of {@link TypedValue#untyped}
   */
  public void setVariable(String name, Object value) {
    results.put(name, TypedValue.untyped(value));
  }

  /** Sets a variable of the task's own scope on completion; output parameters can read it. */
  public void setVariableLocal(String name, Object value) {
    localResults.put(name, TypedValue.untyped(value));
  }

  /** The variables set with {@link #setVariable} so far. */
  public Map<String, TypedValue> results() {
    return Map.copyOf(results);
  }

  /** The variables set with {@link #setVariableLocal} so far. */
  public Map<String, TypedValue> localResults() {
    return Map.copyOf(localResults);
  }
}
