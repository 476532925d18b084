package dev.outwork.engine.expression;

/** The external task that an error event definition is about. */
public interface ExternalTask extends Names, Receiver {
  @Override
  default Kind kind() {
    return Kind.EXTERNAL_TASK;
  }
}
