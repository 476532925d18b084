package dev.outwork.mover.destination;

/** The target cannot be used, for a reason that its operator can mend. */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What has failed. */
  public enum Kind {
    UNREACHABLE,
    NOT_SUPPORTED,
    FAILED
  }

  private final Kind kind;

  public TargetException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public TargetException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
