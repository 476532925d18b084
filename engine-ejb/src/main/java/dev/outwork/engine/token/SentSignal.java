package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/** A signal that an instance has thrown. */
public record SentSignal(String name, Map<String, TypedValue> variables) {
  public SentSignal {
    variables = Map.copyOf(variables);
  }
}
