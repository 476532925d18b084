package dev.outwork.it.server;

import java.nio.file.Path;

/**
 * The files of the project, found from any working directory: Maven runs tests in their module, and
 * the benchmark where Maven was started.
 */
public final class Project {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.folder")).toAbsolutePath().normalize();

  private Project() {}

  /**
   * A file or folder of the project.
   *
   * @param path from the folder of the root pom, with slashes
   */
  public static Path file(String path) {
    return FOLDER.resolve(path);
  }
}
