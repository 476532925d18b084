package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.server.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of the tests, beside the packages that they need. */
public final class Npm {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
  private static final Path SOURCES = Project.file("arquillian-tests/src/test/javascript");

  private final Path directory;

  private Npm(Path directory) {
    this.directory = directory;
  }

  /** Installs the packages; skips the test if npm is missing. */
  public static Npm install() throws IOException, InterruptedException {
    assumeTrue(isThere(), "Skipped: npm is not installed");
    Npm npm =
        new Npm(
            Files.createDirectories(Path.of(System.getProperty("work.directory"), "javascript")));
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, npm.directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    npm.run("install.log", "npm", "install", "--no-audit", "--no-fund");
    return npm;
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("npm", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  public Path file(String name) {
    return directory.resolve(name);
  }

  /** Starts a command; what it prints goes to the log. */
  public Process start(String log, String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(file(log).toFile())
        .start();
  }

  /** Runs a command to its end and returns the lines that it has printed. */
  public List<String> run(String log, String... command) throws IOException, InterruptedException {
    Process process = start(log, command);
    try {
      assertThat(process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS))
          .as(() -> String.join(" ", command) + " to end; its log is " + file(log))
          .isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.exitValue()).as("exit; the log is " + file(log)).isZero();
    return Files.readAllLines(file(log));
  }
}
