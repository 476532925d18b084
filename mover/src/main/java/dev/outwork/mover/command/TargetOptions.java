package dev.outwork.mover.command;

import dev.outwork.mover.destination.TargetAddress;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the target is. */
final class TargetOptions {
  @Option(
      names = "--target-url",
      required = true,
      paramLabel = "URL",
      description = "JDBC URL of the database of Outwork.")
  private String url;

  @Option(
      names = "--target-user",
      required = true,
      paramLabel = "USER",
      description = "Database user; may read and write the tables of Outwork.")
  private String user;

  @Option(
      names = "--target-password-file",
      paramLabel = "FILE",
      description =
          "File with the password in its first line. Without it, the environment variable "
              + Passwords.TARGET
              + ".")
  private Path passwordFile;

  TargetAddress address(Map<String, String> environment) {
    return new TargetAddress(url, user, Passwords.of(passwordFile, Passwords.TARGET, environment));
  }
}
