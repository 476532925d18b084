package dev.outwork.api;

/** The caller asked for something that the state of the engine forbids. On the wire: status 400. */
public class BadUserRequestException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public BadUserRequestException(String message) {
    super(message);
  }
}
