package dev.outwork.engine.dmn;

/** The evaluation of a decision failed; the message has the reason and never quotes a value. */
public class DecisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DecisionException(String message) {
    super(message);
  }

  DecisionException(String message, Throwable cause) {
    super(message, cause);
  }
}
