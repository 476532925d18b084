package dev.outwork.rest.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What an operator can set of the wire, by MicroProfile Config: {@code outwork.users-file} is also
 * the environment variable {@code OUTWORK_USERS_FILE}. docs/operations.md lists them all.
 */
@ApplicationScoped
public class Settings {
  /** Longest body of a request, in bytes. */
  public static final String MAX_BODY_BYTES = "outwork.max-body-bytes";

  /** File of the users who may call; without it everybody may. */
  public static final String USERS_FILE = "outwork.users-file";

  static final long DEFAULT_MAX_BODY_BYTES = 16 * 1024 * 1024;
  static final long MOST_MAX_BODY_BYTES = 999_999_999_999L;

  /** Fails the deployment if a setting is none. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    maxBodyBytes();
  }

  public static long maxBodyBytes() {
    String text =
        value(MAX_BODY_BYTES).map(String::strip).orElse(String.valueOf(DEFAULT_MAX_BODY_BYTES));
    if (!text.matches("\\d{1,12}")) {
      throw new IllegalStateException(
          "%s is '%s', which is no whole number from 0 to %d"
              .formatted(MAX_BODY_BYTES, text, MOST_MAX_BODY_BYTES));
    }
    return Long.parseLong(text);
  }

  public static Optional<String> usersFile() {
    return value(USERS_FILE);
  }

  private static Optional<String> value(String name) {
    return ConfigProvider.getConfig()
        .getOptionalValue(name, String.class)
        .filter(text -> !text.isBlank());
  }
}
