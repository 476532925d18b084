package dev.outwork.engine.database;

/** The databases that the engine runs on. */
public enum Dialect {
  H2("h2"),
  POSTGRESQL("postgresql");

  private final String folder;

  Dialect(String folder) {
    this.folder = folder;
  }

  /** Where this database's migrations are on the class path. */
  String migrations() {
    return "classpath:db/migration/" + folder;
  }

  /** The database behind a JDBC URL. */
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalStateException(
        "%s is '%s', which is neither an H2 nor a PostgreSQL URL".formatted(Settings.DB_URL, url));
  }
}
