package dev.outwork.engine.testkit;

import dev.outwork.api.identity.AuthenticatedUser;
import java.util.Set;
import java.util.function.Supplier;

/** Calls on behalf of users. */
public final class Callers {
  private Callers() {}

  /** Does something as a user without groups. */
  public static <T> T as(String user, Supplier<T> work) {
    return as(user, Set.of(), work);
  }

  /** Does something as a user. */
  public static <T> T as(String user, Set<String> groups, Supplier<T> work) {
    AuthenticatedUser.set(user, groups, Set.of());
    try {
      return work.get();
    } finally {
      AuthenticatedUser.clear();
    }
  }
}
