package dev.outwork.mover.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where passwords come from: never from an option, which others on the machine can read. */
final class Passwords {
  static final String SOURCE = "OUTWORK_SOURCE_PASSWORD";
  static final String TARGET = "OUTWORK_TARGET_PASSWORD";

  private Passwords() {}

  /**
   * @param file may be null
   */
  static String of(Path file, String variable, Map<String, String> environment) {
    if (file == null) {
      return environment.getOrDefault(variable, "");
    }
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UnusableFileException("read", file, e);
    }
  }
}
