package dev.outwork.engine.worker;

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
    return "%s@%s:%s".formatted(cut(name), cut(HOST), UUID.randomUUID());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
