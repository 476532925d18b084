package dev.outwork.engine.tally;

import dev.outwork.api.Texts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** How this node is called where operators see it. */
public final class NodeName {
  private static final int LONGEST_HOST = 100;
  private static final int SUFFIX = 8;

  private NodeName() {}

  /** The host that it runs on. */
  public static String host() {
    try {
      return Texts.cut(InetAddress.getLocalHost().getHostName(), LONGEST_HOST);
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  /** A name that no other node has, nor this one after a restart: host, process and a suffix. */
  public static String unique() {
    return "%s/%d/%s"
        .formatted(
            host(),
            ProcessHandle.current().pid(),
            UUID.randomUUID().toString().substring(0, SUFFIX));
  }
}
