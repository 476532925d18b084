package dev.outwork.engine.expression;

/** An expression reads an unknown name. */
public final class UnknownNameException extends ExpressionException {
  private static final long serialVersionUID = 1L;

  UnknownNameException(String message) {
    super(message);
  }
}
