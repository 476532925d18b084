package dev.outwork.engine.right;

import dev.outwork.api.AuthorizationException;

/** Who may see the work of the engine in numbers, which tell of all processes and topics. */
public final class MetricRights {
  private MetricRights() {}

  /** Returns if metrics may be read. */
  public static void check(Rights rights) {
    if (!rights.allowAll(Verb.READ, Thing.METRICS)) {
      throw new AuthorizationException("The caller may not read metrics");
    }
  }

  /**
   * Whether the numbers of a topic may be seen: by those who read metrics, and by those who may see
   * every task of the topic.
   */
  public static boolean showTopic(Rights rights, String name) {
    return rights.allow(Verb.READ, Thing.TOPIC, name)
        || rights.allowAll(Verb.READ, Thing.PROCESS)
        || rights.allowAll(Verb.READ, Thing.METRICS);
  }
}
