package dev.outwork.api;

/** A mandatory value is missing. On the wire: status 500, because existing clients branch on it. */
public class NullValueException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public NullValueException(String message) {
    super(message);
  }

  /** Fails with "{@code <name> is null}" unless {@code value} is present. */
  public static <T> T ensureNotNull(String name, T value) {
    if (value == null) {
      throw new NullValueException(name + " is null");
    }
    return value;
  }
}
