package dev.outwork.engine.waiting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message of one node to all others.
 *
 * @param node the sender
 * @param topics topics that may have work; empty to announce the node only
 */
record Hint(String node, Set<String> topics) {
  /** The PostgreSQL channel of hints. */
  static final String CHANNEL = "outwork_hints";

  // PostgreSQL limits payloads to less than 8000 bytes.
  private static final int MOST_BYTES = 7_900;

  // Topics with this character in their name are found by the sweep.
  private static final String SEPARATOR = "\u001f";

  static Hint read(String payload) {
    // With -1, so that a text of nothing else has parts as well: anybody may send one.
    String[] parts = payload.split(SEPARATOR, -1);
    return new Hint(parts[0], Arrays.stream(parts).skip(1).collect(Collectors.toSet()));
  }

  /** As many payloads as these topics need, at least one. */
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
