package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Token;
import java.util.Map;

/**
 * Lets a node act on a token. The actions of a node move tokens, which enter further nodes: this
 * interface closes that circle.
 */
interface Tokens {
  /** {@code payload} is set on the token that starts at the triggered event. */
  Token at(Activity activity, Map<String, TypedValue> payload);

  default Token at(Activity activity) {
    return at(activity, Map.of());
  }
}
