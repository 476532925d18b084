package dev.outwork.engine.variable;

import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;

/** The rules for names of variables. */
public final class VariableNames {
  /** The maximum length of a name, in characters. */
  public static final int MAX_LENGTH = 255;

  private VariableNames() {}

  /** Throws an exception if the name is not allowed. */
  public static void check(String name) {
    NullValueException.ensureNotNull("variableName", name);
    if (name.isEmpty()) {
      throw new ProcessEngineException("Cannot set a variable whose name is empty");
    }
    if (name.length() > MAX_LENGTH) {
      throw new ProcessEngineException(
          "Cannot set a variable whose name has %d characters: at most %d are allowed"
              .formatted(name.length(), MAX_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }
}
