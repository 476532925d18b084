package dev.outwork.api;

import jakarta.ejb.ApplicationException;

/**
 * The engine refuses or fails a command; nothing of the command is kept. On the wire: status 500,
 * unless a subclass says otherwise.
 */
@ApplicationException(rollback = true, inherited = true)
public class ProcessEngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** No specific code. */
  public static final int NO_CODE = 0;

  /** Another transaction changed the same thing first. */
  public static final int OPTIMISTIC_LOCKING = 1;

  /** A row is still referred to by others. */
  public static final int FOREIGN_KEY_VIOLATION = 10001;

  /** A value is longer than its column. */
  public static final int VALUE_TOO_LONG = 10002;

  private final int code;

  public ProcessEngineException(String message) {
    this(message, NO_CODE, null);
  }

  public ProcessEngineException(String message, Throwable cause) {
    this(message, NO_CODE, cause);
  }

  public ProcessEngineException(String message, int code, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /**
   * One of the codes that the wire carries beside the message; {@link #NO_CODE} if none applies.
   */
  public int code() {
    return code;
  }
}
