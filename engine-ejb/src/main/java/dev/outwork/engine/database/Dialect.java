package dev.outwork.engine.database;

import java.util.Arrays;
import java.util.Optional;

/** The databases that the engine runs on. */
public enum Dialect {
  H2("h2"),
  POSTGRESQL("postgresql");

  private final String name;

  Dialect(String name) {
    this.name = name;
  }

  /** Where this database's migrations are on the class path. */
  String migrations() {
    return "classpath:db/migration/" + name;
  }

  /** The database behind a JDBC URL. */
  public static Dialect of(String url) {
    return find(url).orElseThrow(() -> new IllegalStateException(fault(url)));
  }

  /** What is wrong with a JDBC URL, if anything. */
  static Optional<String> faultOf(String url) {
    return find(url).isPresent() ? Optional.empty() : Optional.of(fault(url));
  }

  private static Optional<Dialect> find(String url) {
    return Arrays.stream(values())
        .filter(dialect -> url.startsWith("jdbc:" + dialect.name + ":"))
        .findFirst();
  }

  private static String fault(String url) {
    return "%s is '%s', which is neither an H2 nor a PostgreSQL URL"
        .formatted(Settings.DB_URL, url);
  }
}
