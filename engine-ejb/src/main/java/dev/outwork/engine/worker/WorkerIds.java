package dev.outwork.engine.worker;

import dev.outwork.api.Texts;
import dev.outwork.engine.tally.NodeName;
import java.util.UUID;

/** The worker ids of workers inside the server: name, host and a unique suffix. */
final class WorkerIds {
  private static final int LONGEST_NAME = 100;
  private static final String HOST = NodeName.host();

  private WorkerIds() {}

  /** A new unique id. */
  static String of(String name) {
    return "%s@%s:%s".formatted(Texts.cut(name, LONGEST_NAME), HOST, UUID.randomUUID());
  }
}
