package dev.outwork.engine.expression;

/** The external task of an error event definition. */
public interface ExternalTask extends Names, Receiver {
  @Override
  default Kind kind() {
    return Kind.EXTERNAL_TASK;
  }
}
