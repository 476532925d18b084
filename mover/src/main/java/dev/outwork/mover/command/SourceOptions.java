package dev.outwork.mover.command;

import dev.outwork.mover.source.SourceAddress;
import java.nio.file.Path;
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
      description =
          "Database user. A report only reads; a move also updates tables of the engine, and creates two.")
  private String user;

  @Option(
      names = "--source-password-file",
      paramLabel = "FILE",
      description =
          "File with the password in its first line. Without it, the environment variable "
              + Passwords.SOURCE
              + ".")
  private Path passwordFile;

  SourceAddress address(Map<String, String> environment) {
    return new SourceAddress(url, user, Passwords.of(passwordFile, Passwords.SOURCE, environment));
  }
}
