package dev.outwork.engine.expression;

import dev.outwork.api.ProcessEngineException;

/** An expression is refused, or its evaluation failed; the message has its text and the reason. */
public sealed class ExpressionException extends ProcessEngineException
    permits UnknownNameException {
  private static final long serialVersionUID = 1L;

  public ExpressionException(String message) {
    super(message);
  }

  public ExpressionException(String message, Throwable cause) {
    super(message, cause);
  }
}
