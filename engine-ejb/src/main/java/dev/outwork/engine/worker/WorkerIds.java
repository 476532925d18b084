package dev.outwork.engine.worker;

import dev.outwork.api.Texts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** The worker ids of workers inside the server: name, host and a unique suffix. */
final class WorkerIds {
  private static final int LONGEST_NAME = 100;
  private static final String HOST = host();

  private WorkerIds() {}

  /** A new unique id. */
  static String of(String name) {
    return "%s@%s:%s"
        .formatted(Texts.cut(name, LONGEST_NAME), Texts.cut(HOST, LONGEST_NAME), UUID.randomUUID());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
