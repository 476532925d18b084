package dev.outwork.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.LaunchedServer;
import dev.outwork.it.server.Launcher;
import dev.outwork.it.server.Node;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says, and how it ends. The other classes of this package use its server. */
class LauncherIT {
  private static final String MICRO = System.getProperty("payara.micro.jar");
  private static final String WAR = System.getProperty("engine.war");

  @Test
  void the_server_answers_where_the_launcher_says_and_ends_with_it() {
    LaunchedServer server = OperatedServer.get();
    List<ProcessHandle> processes = server.servers();

    assertThat(server.said())
        .contains("[outwork] ready, stop it with Ctrl-C")
        .contains("REST API  " + server.rest().root() + "\n")
        .contains("Database  jdbc:h2:mem:engine\n");
    server.rest().get("/engine").then().statusCode(200);
    assertThat(processes).hasSize(1).allMatch(ProcessHandle::isAlive);

    OperatedServer.end();

    assertThat(server.said()).contains("[outwork] stopping");
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void a_port_in_use_is_named() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      String port = String.valueOf(socket.getLocalPort());

      Launcher launcher =
          Launcher.run("launcher-port", Map.of("OUTWORK_HTTP_PORT", port), MICRO, WAR);

      assertThat(launcher.exitCode()).isEqualTo(1);
      assertThat(launcher.said()).contains("[outwork] Port " + port + " cannot be opened");
    }
  }

  @Test
  void an_option_of_the_jvm_that_is_missing_is_named() throws Exception {
    Launcher launcher = Launcher.run("launcher-jvm", Map.of(), MICRO, WAR, "--jvm");

    assertThat(launcher.exitCode()).isEqualTo(1);
    assertThat(launcher.said()).contains("[outwork] An option of the JVM must follow --jvm");
  }

  /** Otherwise an unpacked Payara Micro would deploy it twice. */
  @Test
  void what_the_last_start_of_an_unpacked_server_deployed_is_removed(@TempDir Path unpacked)
      throws Exception {
    Path launcherOfMicro = Files.createFile(unpacked.resolve("launch-micro.jar"));
    Path applications = unpacked.resolve("applications");
    Files.createDirectories(applications.resolve("engine-rest/WEB-INF"));
    Files.createFile(applications.resolve("engine-rest/WEB-INF/web.xml"));

    Launcher launcher =
        Launcher.run(
            "launcher-unpacked",
            Map.of(),
            launcherOfMicro.toString(),
            WAR,
            "--port",
            String.valueOf(Node.freePort()),
            "--jvm",
            "-Dno.such=option");

    assertThat(launcher.exitCode()).isEqualTo(1);
    assertThat(launcher.said()).contains("Payara Micro ended with exit code 1");
    assertThat(applications).doesNotExist();
  }

  @Test
  void an_archive_that_is_missing_is_named() throws Exception {
    Launcher launcher = Launcher.run("launcher-archive", Map.of(), MICRO, "no-such.war");

    assertThat(launcher.exitCode()).isEqualTo(1);
    assertThat(launcher.said())
        .containsPattern("\\[outwork\\] File '.*no-such.war' does not exist");
  }
}
