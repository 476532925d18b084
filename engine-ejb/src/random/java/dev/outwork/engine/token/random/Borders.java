package dev.outwork.engine.token.random;

import java.util.Random;

/** Where transactions end, by lot. */
final class Borders {
  private static final int ONE_IN = 5;

  private final Random random;
  private final boolean areThere;

  Borders(Random random, boolean areThere) {
    this.random = random;
    this.areThere = areThere;
  }

  /** Attributes of the next node. */
  String next() {
    return areThere ? border("asyncBefore") + border("asyncAfter") : "";
  }

  private String border(String name) {
    return random.nextInt(ONE_IN) == 0 ? " camunda:%s=\"true\"".formatted(name) : "";
  }
}
