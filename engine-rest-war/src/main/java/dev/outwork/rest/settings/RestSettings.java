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
 * The operator's settings of the REST API, by MicroProfile Config: {@code outwork.users-file} is
 * also the environment variable {@code OUTWORK_USERS_FILE}. docs/operations.md lists them all.
 */
@ApplicationScoped
public class RestSettings {
  /** Maximum length of a request body, in bytes. */
  public static final String MAX_BODY_BYTES = "outwork.max-body-bytes";

  /** File of the users; without it, callers need not authenticate. */
  public static final String USERS_FILE = "outwork.users-file";

  /** Origins whose pages may call, separated by commas; without them only our own pages. */
  public static final String CORS_ORIGINS = "outwork.cors.origins";

  /** {@code auto}, {@code always} or {@code never}. */
  public static final String BEHIND_PROXY = "outwork.behind-proxy";

  /** {@code shown} or {@code hidden}. */
  public static final String CONSOLE_VARIABLES = "outwork.console.variables";

  /** Maximum number of topics that metrics distinguish. */
  public static final String METRICS_MAX_TOPICS = "outwork.metrics.max-topics";

  // The exact form that a browser sends: any other would never match.
  private static final Pattern ORIGIN =
      Pattern.compile("(?!http://.*:80$|https://.*:443$)[a-z][a-z0-9+.-]*://[^\\s/?#@*,A-Z]+");

  static final long DEFAULT_MAX_BODY_BYTES = 16 * 1024 * 1024;
  static final long MOST_MAX_BODY_BYTES = 999_999_999_999L;

  private static final int DEFAULT_METRICS_MAX_TOPICS = 100;
  private static final int MOST_METRICS_MAX_TOPICS = 10_000;

  /** Fails the deployment if a setting is not valid. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    maxBodyBytes();
    corsOrigins();
    behindProxy();
    consoleVariables();
    metricsMaxTopics();
    TokenSettings.read();
    LoginSettings.read();
  }

  public static long maxBodyBytes() {
    return number(MAX_BODY_BYTES, DEFAULT_MAX_BODY_BYTES, MOST_MAX_BODY_BYTES);
  }

  public static int metricsMaxTopics() {
    return (int) number(METRICS_MAX_TOPICS, DEFAULT_METRICS_MAX_TOPICS, MOST_METRICS_MAX_TOPICS);
  }

  static long number(String setting, long otherwise, long most) {
    String text = value(setting).map(String::strip).orElse(String.valueOf(otherwise));
    if (!text.matches("\\d{1,12}") || Long.parseLong(text) > most) {
      throw new IllegalStateException(
          "%s is '%s': it must be an integer between 0 and %d".formatted(setting, text, most));
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
            "%s has '%s': write an origin as browsers send it, such as https://tasks.example.com, in lower case, without path and default port"
                .formatted(CORS_ORIGINS, origin));
      }
      if (!origin.isEmpty()) {
        origins.add(origin);
      }
    }
    return Set.copyOf(origins);
  }

  public static BehindProxy behindProxy() {
    return oneOf(BehindProxy.values(), BEHIND_PROXY, "auto", "auto, always or never");
  }

  public static ConsoleVariables consoleVariables() {
    return oneOf(ConsoleVariables.values(), CONSOLE_VARIABLES, "shown", "shown or hidden");
  }

  private static <E extends Enum<E>> E oneOf(
      E[] all, String name, String otherwise, String allowed) {
    String text = value(name).map(String::strip).orElse(otherwise);
    return Stream.of(all)
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is '%s': it must be %s".formatted(name, text, allowed)));
  }

  static Optional<String> value(String name) {
    return ConfigProvider.getConfig()
        .getOptionalValue(name, String.class)
        .filter(text -> !text.isBlank());
  }
}
