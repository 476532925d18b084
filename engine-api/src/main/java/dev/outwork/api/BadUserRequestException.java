package dev.outwork.api;

/** The state of the engine forbids the request. REST API: status 400. */
public class BadUserRequestException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public BadUserRequestException(String message) {
    super(message);
  }
}
