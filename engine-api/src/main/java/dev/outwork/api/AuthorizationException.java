package dev.outwork.api;

/**
 * The caller may see something, but not do what it asks for. What it may not see does not exist for
 * it ({@link NotFoundException}). REST API: status 403.
 */
public class AuthorizationException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public AuthorizationException(String message) {
    super(message);
  }
}
