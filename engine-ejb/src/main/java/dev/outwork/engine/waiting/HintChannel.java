package dev.outwork.engine.waiting;

import dev.outwork.api.health.Health.Hints;
import dev.outwork.engine.concurrent.Threads;
import dev.outwork.engine.concurrent.Watch;
import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the other nodes of a PostgreSQL database which topics have work, and hears it from them.
 *
 * <p>A hint may be lost, late or of no use; nothing but the time at which a task is found depends
 * on it. On H2 there is only one node.
 */
@ApplicationScoped
public class HintChannel {
  @Inject private Sql sql;
  @Inject private HintConnections connections;

  @Inject private Threads threads;
  @Inject private Watch watch;

  private HintSender sender;
  private HintListener listener;

  /**
   * Begins to listen.
   *
   * @param heard told the topics of other nodes' hints, by a thread that must not be kept for long
   */
  void open(Consumer<Set<String>> heard) {
    if (sql.dialect() != Dialect.POSTGRESQL) {
      return;
    }
    String node = UUID.randomUUID().toString();
    OtherNodes others = new OtherNodes();
    sender = new HintSender(node, connections, others, threads, watch);
    listener = new HintListener(node, connections, others, heard);
    threads.execute(listener);
  }

  /** These topics have work, which is committed. */
  void tell(Set<String> topics) {
    if (sender != null) {
      sender.tell(topics);
    }
  }

  /** The place in the order of what was told; for {@link #nothingLeft}. */
  long now() {
    return sender == null ? 0 : sender.pending().last();
  }

  /** What was told of these topics until then has been taken by somebody here. */
  void nothingLeft(Set<String> topics, long until) {
    if (sender != null) {
      sender.pending().nothingLeft(topics, until);
    }
  }

  /** Whether hints of other nodes arrive here. */
  boolean isListening() {
    return listener != null && listener.isListening();
  }

  /** The same for who asks from outside; on H2 there is nothing to hear. */
  Hints state() {
    if (sql.dialect() == Dialect.H2) {
      return Hints.NOT_NEEDED;
    }
    return isListening() ? Hints.HEARD : Hints.NOT_HEARD;
  }

  @PreDestroy
  void close() {
    if (sender != null) {
      listener.close();
      sender.close();
    }
  }
}
