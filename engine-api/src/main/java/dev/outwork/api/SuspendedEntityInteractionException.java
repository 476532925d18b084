package dev.outwork.api;

/**
 * The element is suspended, and the command is not allowed on suspended elements. REST API: status
 * 400.
 */
public class SuspendedEntityInteractionException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  /** {@code what} is the kind of element, in Camunda 7's wording. */
  public SuspendedEntityInteractionException(String what, String id) {
    super("ENGINE-03043 %s with id '%s' is suspended.".formatted(what, id));
  }
}
