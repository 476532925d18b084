package dev.outwork.it.server;

import org.junit.jupiter.api.BeforeAll;

/**
 * A test over HTTP against the archive that users deploy. Its classes share a server; each finds an
 * empty engine.
 */
public abstract class OnServer {
  @BeforeAll
  static void emptyTheEngine() {
    SharedServer.empty();
  }

  /** The engine under test. */
  protected final RestApi rest() {
    return SharedServer.rest();
  }

  /** Gives this class, or the next one, an unused server. */
  protected static void endTheServer() {
    SharedServer.end();
  }
}
