package dev.outwork.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The launcher is one file, so it has its own copy of what the tests start Payara Micro with. */
class PrebootCommandsIT {
  private static final Path PAYARA_MICRO = Path.of("..", "server-config", "payara-micro");

  @Test
  void the_launcher_gives_the_commands_of_the_file() throws IOException {
    String launcher = Files.readString(PAYARA_MICRO.resolve("Start.java"));

    assertThat(Files.readAllLines(PAYARA_MICRO.resolve("preboot.asadmin")))
        .filteredOn(line -> line.startsWith("set"))
        .isNotEmpty()
        .allSatisfy(command -> assertThat(launcher).contains("      " + command + "\n"));
  }
}
