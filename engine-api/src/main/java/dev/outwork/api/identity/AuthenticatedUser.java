package dev.outwork.api.identity;

import java.util.Optional;

/**
 * The user on whose behalf the calls of this thread are made. A process whose start event has a
 * {@code camunda:initiator} takes the name into that variable.
 *
 * <p>The REST API tells it for each request. A bean that calls the engine on behalf of somebody
 * tells it before, and takes it back after:
 *
 * <pre>{@code
 * AuthenticatedUser.set(context.getCallerPrincipal().getName());
 * try {
 *   runtime.startProcessInstance(...);
 * } finally {
 *   AuthenticatedUser.clear();
 * }
 * }</pre>
 */
public final class AuthenticatedUser {
  private static final ThreadLocal<String> NAME = new ThreadLocal<>();

  private AuthenticatedUser() {}

  /**
   * Says who calls.
   *
   * @param name not null
   */
  public static void set(String name) {
    NAME.set(name);
  }

  /** Nobody calls any more. */
  public static void clear() {
    NAME.remove();
  }

  /**
   * Who calls.
   *
   * @return empty if nobody has said so
   */
  public static Optional<String> name() {
    return Optional.ofNullable(NAME.get());
  }
}
