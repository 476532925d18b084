package dev.outwork.mover.converting;

/** An instance cannot go over, and stays where it is. */
public final class CannotGoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotGoException(String reason) {
    super(reason);
  }
}
