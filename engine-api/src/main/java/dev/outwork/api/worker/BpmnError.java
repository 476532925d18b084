package dev.outwork.api.worker;

import dev.outwork.api.variable.TypedValue;
import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Thrown by a worker to raise an error in the process, which a boundary event catches (BPMN 2.0,
 * chapter 10.5.6). It does not roll back: everything that the worker has written commits together
 * with the error.
 */
@ApplicationException(rollback = false)
public class BpmnError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorCode;
  private final transient Map<String, TypedValue> variables;

  /**
   * @param errorCode as in the model; not null, not empty
   */
  public BpmnError(String errorCode) {
    this(errorCode, null, Map.of());
  }

  /**
   * @param message may be null
   */
  public BpmnError(String errorCode, String message) {
    this(errorCode, message, Map.of());
  }

  /**
   * @param variables set as on completion, before the error is raised; the types of {@link
   *     TypedValue#untyped}
   */
  public BpmnError(String errorCode, String message, Map<String, ?> variables) {
    super(message);
    if (Objects.requireNonNull(errorCode, "errorCode").isEmpty()) {
      throw new IllegalArgumentException("errorCode must not be empty");
    }
    this.errorCode = errorCode;
    this.variables = new LinkedHashMap<>();
    variables.forEach((name, value) -> this.variables.put(name, TypedValue.untyped(value)));
  }

  public String errorCode() {
    return errorCode;
  }

  /** The variables to set, never null. */
  public Map<String, TypedValue> variables() {
    return variables == null ? Map.of() : Map.copyOf(variables);
  }
}
