package dev.outwork.api;

/**
 * The requested element does not exist, or no longer exists. REST API: status 404 where the
 * resource documents it, otherwise 400, as in Camunda 7.
 */
public class NotFoundException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(String message) {
    super(message);
  }
}
