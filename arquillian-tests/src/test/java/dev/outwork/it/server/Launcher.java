package dev.outwork.it.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of {@code server-config/payara-micro/Start.java}. */
public final class Launcher {
  private static final String PROGRAM =
      Project.file("server-config/payara-micro/Start.java").toString();

  private final Process process;
  private final Path log;

  private Launcher(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param name of its log
   */
  public static Launcher run(String name, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add(PROGRAM);
    command.addAll(List.of(arguments));
    File log = Node.logOf(name);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log);
    try {
      return new Launcher(builder.start(), log.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run the launcher", e);
    }
  }

  /** All that it has said until now, of itself and of its server. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  /** Waits for its end, and returns its exit code. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  List<ProcessHandle> servers() {
    return process.descendants().toList();
  }

  void stop() {
    process.destroy();
    try {
      exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
