package dev.outwork.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * The server that the Maven profile has chosen for tests in the container. Before Arquillian uses
 * it, it is set up by what server-config gives an operator.
 */
public final class ServerUnderTest implements LoadableExtension {
  private static final Path CONFIG = Project.file("server-config");

  // arquillian.xml has the same ports.
  private static final int PAYARA_FIRST_PORT = 28300;
  private static final int PAYARA_ADMIN_PORT = PAYARA_FIRST_PORT + 48;
  private static final int PAYARA_PORT = PAYARA_FIRST_PORT + 80;
  private static final int WILDFLY_PORT = 28390;

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(ServerUnderTest.class);
  }

  static boolean isPayaraMicro() {
    return name().equals("payara-micro");
  }

  /** The API of the EAR. */
  public static RestApi rest() {
    int port =
        switch (name()) {
          case "payara-server" -> PAYARA_PORT;
          case "wildfly" -> WILDFLY_PORT;
          default -> throw new IllegalStateException("No EAR is deployed on '" + name() + "'");
        };
    return new RestApi("http://localhost:" + port + "/engine-rest");
  }

  /** Arquillian's event: it is about to start the server, or to look for one that runs. */
  void setUp(@Observes BeforeStart event) throws Exception {
    switch (name()) {
      case "payara-micro" -> writeBootCommands();
      case "payara-server" -> startPayaraServer();
      case "wildfly" ->
          run("bin/jboss-cli.sh", "--file=" + CONFIG.resolve("wildfly/configure.cli"));
      default -> throw new IllegalStateException("There is no server '" + name() + "'");
    }
  }

  /** Has the resource adapter deployed before the archive that Arquillian deploys. */
  private static void writeBootCommands() throws IOException {
    Path directory = Files.createDirectories(Path.of(System.getProperty("work.directory")));
    Files.writeString(
        directory.resolve("payara-micro.asadmin"),
        "deploy --name=engine-ra " + System.getProperty("engine.rar") + System.lineSeparator());
  }

  private static String name() {
    return System.getProperty("arquillian.launch", "payara-micro");
  }

  private static void startPayaraServer() throws Exception {
    Path work = Files.createDirectories(Path.of(System.getProperty("work.directory")));
    String domains = Files.createTempDirectory(work, "domains").toString();
    asadmin(
        "create-domain",
        "--nopassword",
        "--portbase",
        String.valueOf(PAYARA_FIRST_PORT),
        "--domaindir",
        domains,
        "tests");
    startNewDomain(domains);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopPayaraServer(domains)));
    asadmin(
        "--port",
        String.valueOf(PAYARA_ADMIN_PORT),
        "multimode",
        "--file",
        CONFIG.resolve("payara-server/configure.asadmin").toString());
    asadmin("restart-domain", "--domaindir", domains, "tests");
  }

  /**
   * The first start of a new domain fails inside Payara once in a while, in the order in which it
   * makes its own services (payara/Payara#373); the same domain then starts.
   */
  private static void startNewDomain(String domains) throws Exception {
    String[] start = {"start-domain", "--domaindir", domains, "tests"};
    try {
      asadmin(start);
    } catch (IllegalStateException e) {
      System.err.println("Payara Server is started once more: " + e.getMessage());
      asadmin(start);
    }
  }

  private static void stopPayaraServer(String domains) {
    try {
      asadmin("stop-domain", "--kill", "--domaindir", domains, "tests");
    } catch (Exception e) {
      throw new IllegalStateException("Payara Server is still running", e);
    }
  }

  private static void asadmin(String... command) throws Exception {
    run("bin/asadmin", command);
  }

  private static void run(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("server.home"), program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("server", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "%s has not succeeded: %s".formatted(command, Files.readString(output)));
    }
    Files.delete(output);
  }
}
