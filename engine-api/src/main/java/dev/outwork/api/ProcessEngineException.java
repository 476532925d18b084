package dev.outwork.api;

import jakarta.ejb.ApplicationException;

/**
 * The engine refused or failed a command; the transaction is rolled back. REST API: status 500,
 * unless a subclass says otherwise.
 */
@ApplicationException(rollback = true, inherited = true)
public class ProcessEngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** No specific code applies. */
  public static final int NO_CODE = 0;

  /** Another transaction changed the same row first. */
  public static final int OPTIMISTIC_LOCKING = 1;

  /** Other rows still refer to the row. */
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
   * The error code that the REST API returns beside the message; {@link #NO_CODE} if none applies.
   */
  public int code() {
    return code;
  }
}
