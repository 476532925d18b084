package dev.outwork.engine.expression;

/** The external task of an error event definition. */
public interface CurrentExternalTask extends Names, CallReceiver {
  @Override
  default Kind kind() {
    return Kind.EXTERNAL_TASK;
  }
}
