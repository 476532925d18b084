package dev.outwork.mover.source;

import java.util.Locale;

/**
 * Where the source is, and who reads it.
 *
 * @param url of JDBC
 */
public record SourceAddress(String url, String user, String password) {
  private static final String H2 = "jdbc:h2:";

  /** For H2: a database that does not exist is not created. */
  String existingUrl() {
    boolean says = url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
    return url.startsWith(H2) && !says ? url + ";IFEXISTS=TRUE" : url;
  }

  /** The URL without what may be secret in it: users, passwords and parameters. */
  public String shown() {
    return url.replaceFirst("[?;].*", "")
        .replaceFirst("//[^/@]*@", "//")
        .replaceFirst(":[^:/@]+/[^@]+@", ":@");
  }

  @Override
  public String toString() {
    return shown();
  }
}
