package dev.outwork.engine.bpmn;

import dev.outwork.api.ProcessEngineException;

/** An expression is refused, or cannot be evaluated; the message has its text and the reason. */
public final class ExpressionException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  ExpressionException(String message) {
    super(message);
  }

  ExpressionException(String message, Throwable cause) {
    super(message, cause);
  }
}
