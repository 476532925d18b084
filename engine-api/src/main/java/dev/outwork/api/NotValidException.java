package dev.outwork.api;

/** An argument contradicts itself or another argument. REST API: status 400. */
public class NotValidException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  public NotValidException(String message) {
    super(message);
  }
}
