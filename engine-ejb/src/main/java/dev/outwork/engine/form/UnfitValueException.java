package dev.outwork.engine.form;

/** A value does not fit the type of its field, for the reason in the message. */
final class UnfitValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitValueException(String reason) {
    super(reason);
  }
}
