package dev.outwork.api.identity;

import java.util.Optional;

/**
 * The user on whose behalf this thread calls the engine. A process whose start event has a {@code
 * camunda:initiator} stores the name in that variable.
 *
 * <p>The REST API sets it for each request. A bean that calls the engine on behalf of a user sets
 * it before the call and clears it afterwards:
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
   * Sets the user of this thread.
   *
   * @param name not null
   */
  public static void set(String name) {
    NAME.set(name);
  }

  /** Clears the user of this thread. */
  public static void clear() {
    NAME.remove();
  }

  /**
   * The user of this thread.
   *
   * @return empty if none is set
   */
  public static Optional<String> name() {
    return Optional.ofNullable(NAME.get());
  }
}
