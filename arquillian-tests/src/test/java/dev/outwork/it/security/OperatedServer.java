package dev.outwork.it.security;

import dev.outwork.it.server.LaunchedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server as an operator sets it up: started by the launcher, with users, what they may do, an
 * identity provider, and origins whose pages may call. The classes of this package share it.
 */
final class OperatedServer {
  /** Of both users: {@code s:cret}. */
  private static final String PASSWORD =
      "$6$outwork$rNeTlHYZyUe8AhzoYF.lCowQwj8AotoU.VL1xuIQKXtjzIaqYQyLaDeWlvu4cSKLmkOH672mvb.HGnGIP0RgL.";

  private static final List<String> USERS = List.of("mary:" + PASSWORD, "auditor:" + PASSWORD);

  private static final List<String> GRANTS =
      List.of(
          "user mary: everything",
          "user courier-7: everything",
          "user auditor: read on process *",
          "user auditor: read on topic *");

  private static final String DATABASE = "jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1";

  private static OriginPage letIn;
  private static TokenProvider provider;
  private static LaunchedServer server;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(OperatedServer::end));
  }

  private OperatedServer() {}

  static synchronized LaunchedServer get() {
    if (server == null) {
      try {
        letIn = OriginPage.open();
        provider = TokenProvider.open();
        Path work = Files.createDirectories(Path.of(System.getProperty("work.directory")));
        server =
            LaunchedServer.start(
                "operated",
                Map.of(
                    "OUTWORK_CORS_ORIGINS",
                    "https://tasks.example.com, " + letIn.origin(),
                    "OUTWORK_USERS_FILE",
                    Files.write(work.resolve("users"), USERS).toString(),
                    "OUTWORK_GRANTS_FILE",
                    Files.write(work.resolve("grants"), GRANTS).toString(),
                    "OUTWORK_TOKENS_ISSUER",
                    provider.issuer(),
                    "OUTWORK_TOKENS_AUDIENCE",
                    TokenProvider.AUDIENCE,
                    "OUTWORK_TOKENS_KEYS",
                    provider.keysAddress(),
                    "OUTWORK_DB_URL",
                    DATABASE));
      } catch (IOException e) {
        throw new IllegalStateException("Cannot set up a server", e);
      }
    }
    return server;
  }

  /** Where the API is. */
  static String root() {
    return get().rest().root();
  }

  /** A page of an origin that the operator has named. */
  static synchronized OriginPage pageLetIn() {
    get();
    return letIn;
  }

  /** The identity provider whose tokens open it. */
  static synchronized TokenProvider provider() {
    get();
    return provider;
  }

  static synchronized void end() {
    if (server != null) {
      server.close();
      letIn.close();
      provider.close();
      server = null;
    }
  }
}
