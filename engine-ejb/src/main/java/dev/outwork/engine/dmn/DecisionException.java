package dev.outwork.engine.dmn;

/** A decision could not be evaluated; the message says why and never quotes a value. */
public class DecisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DecisionException(String message) {
    super(message);
  }

  DecisionException(String message, Throwable cause) {
    super(message, cause);
  }
}
