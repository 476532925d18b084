package dev.outwork.delegate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has come of a task, which is to be reported. */
public sealed interface Outcome {
  /**
   * The code has returned.
   *
   * @param variables to complete with: plain Java objects, or typed values of Camunda 7; a value
   *     can be null
   * @param localVariables those of the task's own scope
   */
  record Completed(Map<String, Object> variables, Map<String, Object> localVariables)
      implements Outcome {
    public Completed {
      variables = copyOf(variables);
      localVariables = copyOf(localVariables);
    }
  }

  /**
   * The code has thrown an error of the process.
   *
   * @param message may be null
   * @param variables that it had set before, but for local ones
   */
  record Raised(String errorCode, String message, Map<String, Object> variables)
      implements Outcome {
    public Raised {
      variables = copyOf(variables);
    }
  }

  /** The code could not be called, or has thrown; nothing that it had set is kept. */
  record Failed(Throwable cause) implements Outcome {
    /** What the cause says, or what it is. */
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
