package dev.outwork.api;

/**
 * The thing is suspended, and the command is not allowed on suspended things. On the wire: status
 * 400.
 */
public class SuspendedEntityInteractionException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  /** {@code what} is the kind of thing, in the reference's word for it. */
  public SuspendedEntityInteractionException(String what, String id) {
    super("ENGINE-03043 %s with id '%s' is suspended.".formatted(what, id));
  }
}
