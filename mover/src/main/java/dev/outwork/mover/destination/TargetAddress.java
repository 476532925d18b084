package dev.outwork.mover.destination;

/**
 * Where the target is, and who writes to it.
 *
 * @param url of JDBC
 */
public record TargetAddress(String url, String user, String password) {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String H2 = "jdbc:h2:";

  /** For H2, a database that does not exist is not created; PostgreSQL gets many rows at once. */
  String tuned() {
    if (url.startsWith(H2) && !url.toUpperCase(java.util.Locale.ROOT).contains(";IFEXISTS=")) {
      return url + ";IFEXISTS=TRUE";
    }
    if (url.startsWith(POSTGRESQL) && !url.contains("reWriteBatchedInserts")) {
      return url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    }
    return url;
  }

  /** The URL without what may be secret in it. */
  public String shown() {
    return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
  }

  @Override
  public String toString() {
    return shown();
  }
}
