package dev.outwork.engine.form;

/** A value does not match the type of its field; the message has the reason. */
final class UnfitValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitValueException(String reason) {
    super(reason);
  }
}
