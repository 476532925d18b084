package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.server.OnServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * {@code camunda-external-task-client-js}, as users have it; needs Node.js and the registry that
 * npm is set up for.
 */
class JavaScriptClientIT extends OnServer {
  private static final int INSTANCES = 20;
  private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
  private static final Path SOURCES = Path.of("src", "test", "javascript");

  @Test
  void a_worker_in_javascript_works_off_the_videos() throws Exception {
    assumeTrue(runs("npm", "--version"), "Skipped: npm is not installed");
    Path directory = install();
    wire().deployVideo();
    for (int i = 0; i < INSTANCES; i++) {
      wire().startVideo("video-" + i + ".mp4");
    }

    Process worker =
        process(directory, "node", "worker.mjs", wire().root())
            .redirectOutput(directory.resolve("worker.log").toFile())
            .start();
    try {
      await()
          .atMost(LONGEST_RUN)
          .untilAsserted(() -> assertThat(wire().completed("video")).isEqualTo(INSTANCES));
    } finally {
      worker.destroy();
    }
    assertThat(Files.readString(directory.resolve("worker.log"))).contains("uploaded video-0.mp4");
  }

  private static Path install() throws IOException, InterruptedException {
    Path directory =
        Files.createDirectories(Path.of(System.getProperty("work.directory"), "javascript"));
    for (String file : List.of("package.json", "worker.mjs")) {
      Files.copy(
          SOURCES.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Process install =
        process(directory, "npm", "install", "--no-audit", "--no-fund")
            .redirectOutput(directory.resolve("install.log").toFile())
            .start();
    assertThat(install.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(install.exitValue())
        .as(() -> "npm install; its log is " + directory.resolve("install.log"))
        .isZero();
    return directory;
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return process(Path.of("."), command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static ProcessBuilder process(Path directory, String... command) {
    return new ProcessBuilder(command)
        .directory(new File(directory.toString()))
        .redirectErrorStream(true);
  }
}
