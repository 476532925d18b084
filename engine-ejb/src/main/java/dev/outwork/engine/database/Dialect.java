package dev.outwork.engine.database;

import java.util.Arrays;
import java.util.Optional;

/** The supported databases. */
public enum Dialect {
  H2("h2"),
  POSTGRESQL("postgresql");

  private final String name;

  Dialect(String name) {
    this.name = name;
  }

  /** The location of this database's migrations on the class path. */
  String migrations() {
    return "classpath:db/migration/" + name;
  }

  /** The database of a JDBC URL. */
  public static Dialect of(String url) {
    return find(url).orElseThrow(() -> new IllegalStateException(fault(url)));
  }

  /** The fault of a JDBC URL; empty if it is valid. */
  static Optional<String> faultOf(String url) {
    return find(url).isPresent() ? Optional.empty() : Optional.of(fault(url));
  }

  private static Optional<Dialect> find(String url) {
    return Arrays.stream(values())
        .filter(dialect -> url.startsWith("jdbc:" + dialect.name + ":"))
        .findFirst();
  }

  private static String fault(String url) {
    return "%s is '%s': it must be a JDBC URL of H2 or PostgreSQL".formatted(Settings.DB_URL, url);
  }
}
