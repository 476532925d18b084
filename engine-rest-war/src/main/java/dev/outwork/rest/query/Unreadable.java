package dev.outwork.rest.query;

/**
 * A value does not match its filter. The message has the reason; the catcher adds the name of the
 * filter.
 */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason);
  }
}
