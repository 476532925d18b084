package dev.outwork.mover.database;

/** A database cannot be used, for a reason that its operator can mend. */
public abstract class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What has failed. */
  public enum Kind {
    UNREACHABLE,
    NOT_SUPPORTED,
    FAILED
  }

  private final Kind kind;

  protected DatabaseException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
