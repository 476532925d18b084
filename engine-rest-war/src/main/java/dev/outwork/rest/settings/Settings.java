package dev.outwork.rest.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Origins whose pages may call, separated by commas; without them only pages of our own. */
  public static final String CORS_ORIGINS = "outwork.cors.origins";

  /** {@code auto}, {@code always} or {@code never}. */
  public static final String BEHIND_PROXY = "outwork.behind-proxy";

  // As a browser writes it: nothing else would ever be equal to what it sends.
  private static final Pattern ORIGIN =
      Pattern.compile("(?!http://.*:80$|https://.*:443$)[a-z][a-z0-9+.-]*://[^\\s/?#@*,A-Z]+");

  static final long DEFAULT_MAX_BODY_BYTES = 16 * 1024 * 1024;
  static final long MOST_MAX_BODY_BYTES = 999_999_999_999L;

  /** Fails the deployment if a setting is none. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    maxBodyBytes();
    corsOrigins();
    behindProxy();
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

  public static Set<String> corsOrigins() {
    Set<String> origins = new LinkedHashSet<>();
    for (String origin : value(CORS_ORIGINS).orElse("").strip().split("\\s*,\\s*")) {
      if (!origin.isEmpty() && !ORIGIN.matcher(origin).matches()) {
        throw new IllegalStateException(
            "%s has '%s', which is no origin as a browser sends it: https://tasks.example.com, in lower case, without a path and the usual port"
                .formatted(CORS_ORIGINS, origin));
      }
      if (!origin.isEmpty()) {
        origins.add(origin);
      }
    }
    return Set.copyOf(origins);
  }

  public static BehindProxy behindProxy() {
    String text = value(BEHIND_PROXY).map(String::strip).orElse("auto");
    return Stream.of(BehindProxy.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is '%s', which is none of auto, always and never"
                        .formatted(BEHIND_PROXY, text)));
  }

  private static Optional<String> value(String name) {
    return ConfigProvider.getConfig()
        .getOptionalValue(name, String.class)
        .filter(text -> !text.isBlank());
  }
}
