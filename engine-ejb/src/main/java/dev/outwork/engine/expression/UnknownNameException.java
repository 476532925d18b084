package dev.outwork.engine.expression;

/** An expression reads a name that nothing is known of. */
public final class UnknownNameException extends ExpressionException {
  private static final long serialVersionUID = 1L;

  UnknownNameException(String message) {
    super(message);
  }
}
