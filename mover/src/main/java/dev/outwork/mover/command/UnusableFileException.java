package dev.outwork.mover.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that an option names cannot be read or written. */
final class UnusableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableFileException(String what, Path file, IOException cause) {
    super("Cannot %s '%s': %s".formatted(what, file, reason(cause)), cause);
  }

  /** {@code file} is null for the standard output. */
  UnusableFileException(String what, Path file) {
    super("Cannot %s %s".formatted(what, file == null ? "the standard output" : "'" + file + "'"));
  }

  private static String reason(IOException cause) {
    return cause instanceof NoSuchFileException
        ? "there is no such file or folder"
        : cause.getClass().getSimpleName();
  }
}
