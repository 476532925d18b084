package dev.outwork.mover.source;

import dev.outwork.mover.database.DatabaseException;

/** The source cannot be read, for a reason that its operator can mend. */
public final class SourceException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  public SourceException(Kind kind, String message) {
    this(kind, message, null);
  }

  public SourceException(Kind kind, String message, Throwable cause) {
    super(kind, message, cause);
  }
}
