package dev.outwork.mover.command;

import dev.outwork.mover.source.SourceAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the source is. */
final class SourceOptions {
  @Option(
      names = "--source-url",
      required = true,
      paramLabel = "URL",
      description = "JDBC URL of the Camunda 7 database.")
  private String url;

  @Option(
      names = "--source-user",
      required = true,
      paramLabel = "USER",
      description = "Database user; may read and update the tables of the engine, and create two.")
  private String user;

  @Option(
      names = "--source-password-file",
      paramLabel = "FILE",
      description =
          "File with the password in its first line. Without it, the environment variable "
              + Passwords.SOURCE
              + ".")
  private Path passwordFile;

  @Option(
      names = "--source-time-zone",
      paramLabel = "ZONE",
      description =
          "Time zone of the JVM of the old engine, which writes its times without one; that of this"
              + " machine if not given.")
  private ZoneId zone = ZoneId.systemDefault();

  SourceAddress address(Map<String, String> environment) {
    return new SourceAddress(url, user, Passwords.of(passwordFile, Passwords.SOURCE, environment));
  }

  ZoneId zone() {
    return zone;
  }
}
