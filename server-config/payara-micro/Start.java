import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs Outwork on Payara Micro until it is stopped, and says where it answers or why it does not.
 *
 * <p>Payara Micro logs "ready" even when the application failed to deploy, so what counts here is
 * an answer of the API.
 */
class Start {
  private static final String USAGE =
      """
      java Start.java <payara-micro.jar> [<engine-ra.rar>] <engine-rest.war> [--port N] [--jvm OPTION] [options of Payara Micro]

        --port N       the HTTP port; without it OUTWORK_HTTP_PORT, else 8080
        --jvm OPTION   an option of the server's JVM; can be repeated\
      """;

  private static final Pattern RECORD =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d [\\d:.]+ (?<level>[A-Z]+) (?<logger>\\S+): .*");
  // Payara Micro 7 says so at each start, of its own timers and of its own proxies.
  private static final Pattern HARMLESS =
      Pattern.compile(
          ".* The feature use of persistent EJB Timer Service requires Full .*"
              + "|.* Class Not loaded yet com\\.sun\\.ejb\\..*");
  private static final int ASKS_EVERY_MILLIS = 250;
  private static final int LONGEST_STOP_SECONDS = 60;

  private final int port;
  private final Process server;
  private volatile boolean booted;
  private volatile String lastCause = "The log above says why";
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
    int port = port(options);
    requireFree(port);
    if (options.remove("--stop-with-parent")) {
      ProcessHandle.current().parent().ifPresent(Start::stopAfter);
    }

    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions(options));
    command.addAll(List.of("-jar", micro.toString()));
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
      command.addAll(List.of("--logproperties", beside("logging.properties")));
    }
    if (!options.contains("--prebootcommandfile")) {
      command.addAll(List.of("--prebootcommandfile", beside("preboot.asadmin")));
    }
    command.addAll(options);
    forgetLastDeployment(micro);
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

  private static List<String> jvmOptions(List<String> options) {
    List<String> found = new ArrayList<>();
    for (int i = options.indexOf("--jvm"); i >= 0; i = options.indexOf("--jvm")) {
      options.remove(i);
      if (i == options.size()) {
        exit("An option of the JVM must follow --jvm");
      }
      found.add(options.remove(i));
    }
    return found;
  }

  // An unpacked Payara Micro loads the application of its last start, and then deploys it again:
  // it answers, and is gone for some seconds.
  private static void forgetLastDeployment(Path micro) throws IOException {
    Path applications = micro.resolveSibling("applications");
    if (!micro.endsWith("launch-micro.jar") || !Files.isDirectory(applications)) {
      return;
    }
    try (Stream<Path> files = Files.walk(applications)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
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

  private static String beside(String name) throws URISyntaxException {
    URI program = Start.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return existing(Path.of(program).resolveSibling(name).toString()).toString();
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
    do {
      if (status() == 200) {
        return true;
      }
      if (wasBooted) {
        return false;
      }
      // Read before the next attempt, so that the last attempt is made after the boot.
      wasBooted = booted;
    } while (!server.waitFor(ASKS_EVERY_MILLIS, TimeUnit.MILLISECONDS));
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
        if (shown) {
          System.out.println(line);
        }
        if (!booted && line.startsWith("Caused by: ")) {
          lastCause = line;
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

  private String failure() {
    return server.isAlive()
        ? "the application was not deployed: GET "
            + address()
            + "/engine is not answered. "
            + lastCause
        : "Payara Micro ended with exit code "
            + server.exitValue()
            + " before it was ready. "
            + lastCause;
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
