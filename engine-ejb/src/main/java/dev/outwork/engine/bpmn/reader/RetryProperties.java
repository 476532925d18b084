package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.worker.RetryPolicy;
import java.util.Map;

/**
 * The {@code camunda:property} elements that override retries of a worker inside the server: {@code
 * outwork.retryAttempts}, {@code outwork.retryDelay}, and the other options of {@link RetryPolicy}.
 */
public final class RetryProperties {
  private static final String OURS = "outwork.";
  private static final String PREFIX = OURS + "retry";

  private RetryProperties() {}

  public static boolean areAmong(Map<String, String> properties) {
    return properties.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
  }

  /** A policy overridden by the properties. */
  public static RetryPolicy override(RetryPolicy policy, Map<String, String> properties) {
    return policy.with(name -> properties.get(OURS + name));
  }

  /** Throws {@link IllegalArgumentException} if one of them is not valid. */
  static void check(Map<String, String> properties) {
    for (String name : properties.keySet()) {
      if (name.startsWith(PREFIX) && !RetryPolicy.OPTIONS.contains(name.substring(OURS.length()))) {
        throw new IllegalArgumentException(
            "%s is not an option: use one of %s".formatted(name, RetryPolicy.OPTIONS));
      }
    }
    override(RetryPolicy.DEFAULT, properties);
  }
}
