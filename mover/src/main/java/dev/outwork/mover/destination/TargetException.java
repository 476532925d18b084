package dev.outwork.mover.destination;

import dev.outwork.mover.database.DatabaseException;

/** The target cannot be used, for a reason that its operator can mend. */
public final class TargetException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public TargetException(Kind kind, String message) {
    this(kind, message, null);
  }

  public TargetException(Kind kind, String message, Throwable cause) {
    super(kind, message, cause);
  }
}
