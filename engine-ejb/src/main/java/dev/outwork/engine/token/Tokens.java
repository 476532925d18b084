package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Token;
import java.util.Map;

/**
 * Lets a node act on a token. What a node does moves tokens, which enter nodes in their turn: this
 * is where that circle is closed.
 */
interface Tokens {
  /** {@code payload} goes to the token that begins with what has happened. */
  Token at(Activity activity, Map<String, TypedValue> payload);

  default Token at(Activity activity) {
    return at(activity, Map.of());
  }
}
