package dev.outwork.engine.waiting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one node tells the others.
 *
 * @param node who tells
 * @param topics that may have work; none just says that the node is there
 */
record Hint(String node, Set<String> topics) {
  /** The channel of PostgreSQL that hints go through. */
  static final String CHANNEL = "outwork_hints";

  // PostgreSQL takes less than 8000 bytes.
  private static final int MOST_BYTES = 7_900;

  // A topic that has this in its name is found by looking around.
  private static final String SEPARATOR = "\u001f";

  static Hint read(String payload) {
    String[] parts = payload.split(SEPARATOR);
    return new Hint(parts[0], Arrays.stream(parts).skip(1).collect(Collectors.toSet()));
  }

  /** As many payloads as these topics take, at least one. */
  static List<String> payloads(String node, Collection<String> topics) {
    List<String> payloads = new ArrayList<>();
    StringBuilder payload = new StringBuilder(node);
    int bytes = node.length();
    for (String topic : topics) {
      int more = (SEPARATOR + topic).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > MOST_BYTES) {
        payloads.add(payload.toString());
        payload = new StringBuilder(node);
        bytes = node.length();
      }
      payload.append(SEPARATOR).append(topic);
      bytes += more;
    }
    payloads.add(payload.toString());
    return payloads;
  }
}
