package dev.outwork.engine.expression;

import java.util.Map;

/** The execution that an expression is evaluated for. */
public interface Execution extends Names, Receiver {
  /** What is visible from it; values are read when they are asked for. */
  Map<String, Object> variables();

  /** What is in its own scope; values are read when they are asked for. */
  Map<String, Object> localVariables();

  /** All that is known of a variable in its own scope, to be kept; null if there is none. */
  Object wholeLocal(String name);

  @Override
  default Kind kind() {
    return Kind.EXECUTION;
  }
}
