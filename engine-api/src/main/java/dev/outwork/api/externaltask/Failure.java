package dev.outwork.api.externaltask;

import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.Map;

/**
 * A worker's report that the work failed (docs/rest-api.md, "Failure").
 *
 * @param errorMessage cut to 666 characters; null removes the message of an earlier failure
 * @param errorDetails of any length; null keeps the details of an earlier failure
 * @param retries remaining retries, at least 0; 0 creates an incident
 * @param retryTimeout delay before the task can be fetched again; at least zero
 * @param variables set as on completion
 * @param localVariables set as on completion
 */
public record Failure(
    String errorMessage,
    String errorDetails,
    int retries,
    Duration retryTimeout,
    Map<String, TypedValue> variables,
    Map<String, TypedValue> localVariables) {
  public Failure {
    variables = Map.copyOf(variables);
    localVariables = Map.copyOf(localVariables);
  }

  /** A failure without details and variables. */
  public static Failure of(String errorMessage, int retries, Duration retryTimeout) {
    return new Failure(errorMessage, null, retries, retryTimeout, Map.of(), Map.of());
  }
}
