package dev.outwork.api;

/**
 * The thing is suspended, and the command is not allowed on suspended things. On the wire: status
 * 400.
 */
public class SuspendedEntityInteractionException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  public SuspendedEntityInteractionException(String message) {
    super(message);
  }
}
