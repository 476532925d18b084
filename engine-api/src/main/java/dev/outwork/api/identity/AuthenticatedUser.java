package dev.outwork.api.identity;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
  private static final ThreadLocal<Known> USER = new ThreadLocal<>();

  private AuthenticatedUser() {}

  private record Known(String name, Set<String> groups, Set<String> tenants) {}

  /** Whoever a thread called for, so that another thread can do the same call. Immutable. */
  public static final class Snapshot {
    private final Known known;

    private Snapshot(Known known) {
      this.known = known;
    }

    /** Does something for this user, or for none, whichever this thread has. */
    public <T> T during(Supplier<T> work) {
      Known before = USER.get();
      bind(known);
      try {
        return work.get();
      } finally {
        bind(before);
      }
    }

    /** The same for work without a result. */
    public void run(Runnable work) {
      during(
          () -> {
            work.run();
            return null;
          });
    }

    private static void bind(Known user) {
      if (user == null) {
        USER.remove();
      } else {
        USER.set(user);
      }
    }
  }

  /** The user of this thread, if there is one, for another thread. */
  public static Snapshot snapshot() {
    return new Snapshot(USER.get());
  }

  /**
   * A user without groups and tenants, for work that is not done for the user of this thread.
   *
   * @param name null for no user
   */
  public static Snapshot user(String name) {
    return new Snapshot(name == null ? null : new Known(name, Set.of(), Set.of()));
  }

  /**
   * Sets the user of this thread, without groups and tenants.
   *
   * @param name not null
   */
  public static void set(String name) {
    set(name, Set.of(), Set.of());
  }

  /**
   * Sets the user of this thread.
   *
   * @param name not null
   * @param groups to which the user belongs
   * @param tenants to which the user belongs
   */
  public static void set(String name, Set<String> groups, Set<String> tenants) {
    USER.set(new Known(name, Set.copyOf(groups), Set.copyOf(tenants)));
  }

  /** Clears the user of this thread. */
  public static void clear() {
    USER.remove();
  }

  /**
   * The user of this thread.
   *
   * @return empty if none is set
   */
  public static Optional<String> name() {
    return Optional.ofNullable(USER.get()).map(Known::name);
  }

  /**
   * The groups of the user of this thread, as passed to {@link #set(String, Set, Set)}.
   *
   * @return empty if there is no user, or it was set without groups
   */
  public static Set<String> groups() {
    return Optional.ofNullable(USER.get()).map(Known::groups).orElse(Set.of());
  }

  /**
   * The tenants of the user of this thread, as passed to {@link #set(String, Set, Set)}.
   *
   * @return empty if there is no user, or it was set without tenants
   */
  public static Set<String> tenants() {
    return Optional.ofNullable(USER.get()).map(Known::tenants).orElse(Set.of());
  }
}
