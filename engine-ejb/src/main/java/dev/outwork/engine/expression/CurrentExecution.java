package dev.outwork.engine.expression;

import java.util.Map;

/** The execution of an evaluation. */
public interface CurrentExecution extends Names, CallReceiver {
  /** The variables visible from it; values are read lazily. */
  Map<String, Object> variables();

  /** The variables of its own scope; values are read lazily. */
  Map<String, Object> localVariables();

  /** A variable of its own scope with its type, to be stored; null if there is none. */
  Object wholeLocal(String name);

  @Override
  default Kind kind() {
    return Kind.EXECUTION;
  }
}
