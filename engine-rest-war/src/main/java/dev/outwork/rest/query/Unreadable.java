package dev.outwork.rest.query;

/** A value does not fit its filter; the message says why, the catcher adds which one it was. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason);
  }
}
