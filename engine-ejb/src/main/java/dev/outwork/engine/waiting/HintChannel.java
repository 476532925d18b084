package dev.outwork.engine.waiting;

import dev.outwork.api.health.Health.Hints;
import dev.outwork.engine.concurrent.SlowWorkLog;
import dev.outwork.engine.concurrent.Threads;
import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the other nodes of a PostgreSQL database which topics have work, and receives their hints.
 *
 * <p>A hint may be lost, late or useless; only the time until a task is found depends on it. On H2
 * there is only one node.
 */
@ApplicationScoped
public class HintChannel {
  @Inject private Sql sql;
  @Inject private HintConnections connections;

  @Inject private Threads threads;
  @Inject private SlowWorkLog slowWork;

  private HintSender sender;
  private HintListener listener;

  /**
   * Starts to listen.
   *
   * @param heard receives the topics of other nodes' hints, on a thread that it must not block
   */
  void open(Consumer<Set<String>> heard) {
    if (sql.dialect() != Dialect.POSTGRESQL) {
      return;
    }
    String node = UUID.randomUUID().toString();
    OtherNodes others = new OtherNodes();
    sender = new HintSender(node, connections, others, threads, slowWork);
    listener = new HintListener(node, connections, others, heard);
    threads.execute(listener);
  }

  /** These topics have committed work. */
  void tell(Set<String> topics) {
    if (sender != null) {
      sender.tell(topics);
    }
  }

  /** The current position in the sequence of hints; for {@link #nothingLeft}. */
  long now() {
    return sender == null ? 0 : sender.pending().last();
  }

  /** The work of these topics until that position was fetched on this node. */
  void nothingLeft(Set<String> topics, long until) {
    if (sender != null) {
      sender.pending().nothingLeft(topics, until);
    }
  }

  /** Whether hints of other nodes arrive. */
  boolean isListening() {
    return listener != null && listener.isListening();
  }

  /** The state of hints for clients; on H2 there are none to receive. */
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
