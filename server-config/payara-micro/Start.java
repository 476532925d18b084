import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * Runs Outwork on Payara Micro until it is stopped, and says where it answers or why it does not.
 *
 * <p>Payara Micro logs "ready" even when the application failed to deploy, so what counts here is
 * an answer of the API.
 */
class Start {
  private static final String USAGE =
      """
      java Start.java <payara-micro.jar> [<engine-ra.rar>] <engine-rest.war> [--port N] [options of Payara Micro]

        --port N   the HTTP port; without it OUTWORK_HTTP_PORT, else 8080\
      """;

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level=ALL
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n
      .level=WARNING
      PayaraMicro.level=INFO
      dev.outwork.level=INFO
      # At each start it tells of a driver that its own class scan had loaded.
      jakarta.enterprise.web.util.level=SEVERE
      # It lists every expired certificate of the JDK.
      javax.enterprise.system.security.ssl.level=SEVERE
      """;

  // As in preboot.asadmin, which says why.
  private static final String PREBOOT_COMMANDS =
      """
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      set configs.config.server-config.network-config.protocols.protocol.http-listener.http.allow-payload-for-undefined-http-methods=true
      set configs.config.server-config.network-config.protocols.protocol.https-listener.http.allow-payload-for-undefined-http-methods=true
      set resources.jdbc-connection-pool.H2Pool.property.URL=jdbc:h2:${com.sun.aas.instanceRoot}/lib/databases/embedded_default
      set-openapi-configuration --enabled=false
      set configs.config.server-config.microprofile-metrics-configuration.enabled=false
      set-microprofile-healthcheck-configuration --enabled=false
      """;

  private static final Pattern RECORD =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d [\\d:.]+ (?<level>[A-Z]+) (?<logger>\\S+): .*");
  // Payara Micro 7 says so at each start, of its own timers and of its own proxies.
  private static final Pattern HARMLESS =
      Pattern.compile(
          ".* The feature use of persistent EJB Timer Service requires Full .*"
              + "|.* Class Not loaded yet com\\.sun\\.ejb\\..*");
  private static final int LONGEST_STOP_SECONDS = 30;
  // The version of a class file is this much more than that of the Java that reads it.
  private static final int CLASS_FILES_OF_JAVA_0 = 44;

  private final int port;
  private final Process server;
  private final List<String> complaints = new ArrayList<>();
  private volatile boolean booted;
  private volatile boolean stopping;

  private Start(int port, Process server) {
    this.port = port;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    List<String> options = new ArrayList<>(List.of(args));
    if (options.size() < 2 || options.get(0).startsWith("-") || options.get(1).startsWith("-")) {
      exit(USAGE);
    }
    Path micro = existing(options.remove(0));
    Optional<Path> adapter = adapter(options);
    Path war = existing(options.remove(0));
    requireJavaOf(micro);
    int port = port(options);
    requireFree(port);
    if (options.remove("--stop-with-parent")) {
      ProcessHandle.current().parent().ifPresent(Start::stopAfter);
    }

    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                micro.toString()));
    // Message-driven beans find their resource adapter only if it is deployed before them.
    adapter.ifPresent(rar -> command.addAll(List.of("--deploy", rar.toString())));
    command.addAll(
        List.of(
            "--deploy",
            war.toString(),
            "--contextroot",
            "engine-rest",
            "--port",
            Integer.toString(port),
            "--nocluster"));
    if (!options.contains("--logproperties")) {
      command.addAll(List.of("--logproperties", temporaryFile(LOGGING)));
    }
    if (!options.contains("--prebootcommandfile")) {
      command.addAll(List.of("--prebootcommandfile", temporaryFile(PREBOOT_COMMANDS)));
    }
    command.addAll(options);
    say("starting on port " + port + ", which takes some seconds");
    new Start(port, launch(command)).run();
  }

  private static Optional<Path> adapter(List<String> archives) {
    return archives.get(0).endsWith(".rar") && archives.size() > 1
        ? Optional.of(existing(archives.remove(0)))
        : Optional.empty();
  }

  private static Path existing(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      exit("File '" + path.toAbsolutePath() + "' does not exist");
    }
    return path;
  }

  // Java itself would say UnsupportedClassVersionError.
  private static void requireJavaOf(Path micro) {
    int needed = javaOf(micro);
    if (needed > Runtime.version().feature()) {
      exit(
          "%s needs JDK %d or newer, and %s is JDK %d"
              .formatted(
                  micro.getFileName(),
                  needed,
                  System.getProperty("java.home"),
                  Runtime.version().feature()));
    }
  }

  private static int javaOf(Path micro) {
    try (JarFile jar = new JarFile(micro.toFile());
        DataInputStream classFile = new DataInputStream(mainClassOf(jar))) {
      // Its magic number and minor version come first.
      classFile.readFully(new byte[6]);
      return classFile.readUnsignedShort() - CLASS_FILES_OF_JAVA_0;
    } catch (IOException e) {
      exit("File '" + micro.toAbsolutePath() + "' is not Payara Micro: " + e.getMessage());
      return 0;
    }
  }

  private static InputStream mainClassOf(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    String main =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    ZipEntry entry = main == null ? null : jar.getEntry(main.replace('.', '/') + ".class");
    if (entry == null) {
      throw new IOException("it has no main class");
    }
    return jar.getInputStream(entry);
  }

  private static int port(List<String> options) {
    int option = options.indexOf("--port");
    String given = setting("OUTWORK_HTTP_PORT", "8080");
    if (option >= 0) {
      options.remove(option);
      given = option < options.size() ? options.remove(option) : "";
    }
    if (!given.matches("[1-9]\\d{0,4}") || Integer.parseInt(given) > 65535) {
      exit("Port '" + given + "' is not a number from 1 to 65535");
    }
    return Integer.parseInt(given);
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      socket.getLocalPort();
    } catch (IOException e) {
      exit(
          "Port %d cannot be opened (%s). Choose another one with --port N or OUTWORK_HTTP_PORT=N"
              .formatted(port, e.getMessage()));
    }
  }

  private static void stopAfter(ProcessHandle parent) {
    parent.onExit().thenRun(() -> System.exit(0));
  }

  private static String temporaryFile(String text) throws IOException {
    Path file = Files.createTempFile("outwork-", ".txt");
    file.toFile().deleteOnExit();
    return Files.writeString(file, text).toString();
  }

  private static Process launch(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("OUTWORK_"))
        .forEach(name -> builder.environment().put(name, System.getProperty(name)));
    return builder.start();
  }

  private void run() throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    Thread log = new Thread(this::showLog, "log");
    log.setDaemon(true);
    log.start();

    boolean answers = awaitAnswer();
    if (stopping) {
      return;
    }
    if (!answers) {
      log.join(1000);
      exit(failure());
    }
    announce();
    int code = server.waitFor();
    if (!stopping) {
      exit("Payara Micro ended with exit code " + code);
    }
  }

  private boolean awaitAnswer() throws InterruptedException {
    boolean wasBooted = false;
    while (server.isAlive()) {
      if (status() == 200) {
        return true;
      }
      if (wasBooted) {
        return false;
      }
      // Read before the next attempt, so that the last attempt is made after the boot.
      wasBooted = booted;
      Thread.sleep(250);
    }
    return false;
  }

  private int status() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address() + "/engine").toURL().openConnection();
      connection.setConnectTimeout(5_000);
      connection.setReadTimeout(20_000);
      return connection.getResponseCode();
    } catch (IOException e) {
      return -1;
    }
  }

  private void showLog() {
    boolean shown = true;
    try (BufferedReader lines = server.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher record = RECORD.matcher(line);
        if (record.matches()) {
          shown =
              isShown(record.group("level"), record.group("logger"))
                  && !HARMLESS.matcher(line).matches();
        }
        keepComplaint(line, record);
        if (shown) {
          System.out.println(line);
        }
        booted |= line.contains("PayaraMicro: Payara Micro") && line.contains(" ready in ");
      }
    } catch (IOException e) {
      say("cannot read the log of Payara Micro any more: " + e.getMessage());
    }
  }

  // Some loggers of Payara do not keep to the level they are given.
  private static boolean isShown(String level, String logger) {
    return logger.startsWith("dev.outwork")
        || !level.equals("INFO") && !logger.equals("PayaraMicro");
  }

  private synchronized void keepComplaint(String line, Matcher record) {
    boolean severe = record.matches() && record.group("level").equals("SEVERE");
    if (!booted && (severe || line.startsWith("Caused by: ")) && !complaints.contains(line)) {
      complaints.add(line);
    }
  }

  private synchronized String failure() {
    String what =
        server.isAlive()
            ? "the application was not deployed: GET " + address() + "/engine is not answered"
            : "Payara Micro ended with exit code " + server.exitValue() + " before it was ready";
    return complaints.isEmpty()
        ? what
        : what + ". Its log says:\n  " + String.join("\n  ", complaints);
  }

  private void announce() {
    String database =
        setting("OUTWORK_DB_URL", "H2 in " + Path.of("outwork-data").toAbsolutePath());
    say(
        """
        ready, stop it with Ctrl-C
          Page      %1$s/
          REST API  %1$s
          Database  %2$s\
        """
            .formatted(address(), database.split("[?;]")[0]));
  }

  private String address() {
    return "http://localhost:" + port + "/engine-rest";
  }

  private void stop() {
    stopping = true;
    if (!server.isAlive()) {
      return;
    }
    say("stopping");
    // Unlike the process itself, its handle leaves the stream with the last log lines open.
    server.toHandle().destroy();
    try {
      if (!server.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
  }

  private static String setting(String name, String otherwise) {
    String value = System.getProperty(name, System.getenv().getOrDefault(name, ""));
    return value.isBlank() ? otherwise : value;
  }

  private static void say(String message) {
    System.out.println("[outwork] " + message);
  }

  private static void exit(String reason) {
    System.err.println("[outwork] " + reason);
    System.exit(1);
  }
}
