package dev.outwork.api;

/**
 * What the caller named does not exist (any more). On the wire: status 404 where the resource says
 * so, else 400, as in Camunda 7.
 */
public class NotFoundException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(String message) {
    super(message);
  }
}
