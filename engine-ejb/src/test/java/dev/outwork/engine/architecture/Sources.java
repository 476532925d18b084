package dev.outwork.engine.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Stream;

/** The sources of all modules. */
final class Sources {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NO_SOURCES = Set.of("target", ".git", "node_modules");

  private Sources() {}

  /** All Java sources: of main and test code, of the benchmark, and of the launcher. */
  static Stream<Path> java() throws IOException {
    Stream.Builder<Path> found = Stream.builder();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NO_SOURCES.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.build();
  }

  static Path folder(String name) {
    return PROJECT.resolve(name);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
