package dev.outwork.api;

/** A mandatory value is missing. REST API: status 500, because existing clients branch on it. */
public class NullValueException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public NullValueException(String message) {
    super(message);
  }

  /** Returns {@code value}, or throws an exception with the message "{@code <name> is null}". */
  public static <T> T ensureNotNull(String name, T value) {
    if (value == null) {
      throw new NullValueException(name + " is null");
    }
    return value;
  }
}
