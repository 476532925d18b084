package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.worker.RetryPolicy;
import java.util.Map;

/**
 * The {@code camunda:property}s of an element that say how it is tried again when a worker inside
 * the server throws: {@code outwork.retryAttempts}, {@code outwork.retryDelay}, and the other
 * options of {@link RetryPolicy}.
 */
public final class RetryProperties {
  private static final String OURS = "outwork.";
  private static final String PREFIX = OURS + "retry";

  private RetryProperties() {}

  public static boolean areAmong(Map<String, String> properties) {
    return properties.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
  }

  /** A policy, with what the properties say instead. */
  public static RetryPolicy override(RetryPolicy policy, Map<String, String> properties) {
    return policy.with(name -> properties.get(OURS + name));
  }

  /** Throws {@link IllegalArgumentException} if one of them cannot be taken. */
  static void check(Map<String, String> properties) {
    for (String name : properties.keySet()) {
      if (name.startsWith(PREFIX) && !RetryPolicy.OPTIONS.contains(name.substring(OURS.length()))) {
        throw new IllegalArgumentException(
            "%s is none of the options %s".formatted(name, RetryPolicy.OPTIONS));
      }
    }
    override(RetryPolicy.DEFAULT, properties);
  }
}
