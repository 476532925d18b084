package dev.outwork.delegate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The outcome of a task, to be reported. */
public sealed interface Outcome {
  /**
   * The code returned normally.
   *
   * @param variables to complete with: plain Java objects, or typed values of Camunda 7; a value
   *     can be null
   * @param localVariables variables of the task's own scope
   */
  record Completed(Map<String, Object> variables, Map<String, Object> localVariables)
      implements Outcome {
    public Completed {
      variables = copyOf(variables);
      localVariables = copyOf(localVariables);
    }
  }

  /**
   * The code threw a BPMN error.
   *
   * @param message may be null
   * @param variables set before the error, without local ones
   */
  record Raised(String errorCode, String message, Map<String, Object> variables)
      implements Outcome {
    public Raised {
      variables = copyOf(variables);
    }
  }

  /**
   * The code could not be called or threw an exception; the variables that it set are discarded.
   */
  record Failed(Throwable cause) implements Outcome {
    /** The message of the cause, or its class. */
    public String message() {
      String message = cause.getMessage();
      return message == null || message.isBlank() ? cause.getClass().getName() : message;
    }

    /** The stack trace. */
    public String details() {
      StringWriter text = new StringWriter();
      cause.printStackTrace(new PrintWriter(text, true));
      return text.toString();
    }
  }

  private static Map<String, Object> copyOf(Map<String, Object> variables) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
