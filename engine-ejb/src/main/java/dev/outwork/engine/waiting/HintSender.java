package dev.outwork.engine.waiting;

import dev.outwork.engine.concurrent.SlowWorkLog;
import dev.outwork.engine.concurrent.Threads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * Sends hints: collected for some milliseconds, in one statement, and only if another node listens.
 * Work that a worker of this node has fetched meanwhile is left out.
 */
final class HintSender {
  private static final Logger LOG = Logger.getLogger(HintSender.class.getName());

  private static final Duration COLLECTED_FOR = Duration.ofMillis(10);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private static final String OTHERS_LISTEN =
      """
      select exists (select 1
                       from pg_stat_activity a
                      where a.datname = current_database()
                        and a.application_name like ?
                        and a.application_name <> ?)
      """;

  private static final String SEND =
      """
      select pg_notify(?, h.payload)
        from unnest(?::text[]) h (payload)
      """;

  private final String node;
  private final HintConnections connections;
  private final OtherNodes others;
  private final Threads threads;
  private final SlowWorkLog slowWork;
  private final PendingHints pending = new PendingHints();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile boolean closed;
  private Connection connection;
  private volatile boolean warned;

  HintSender(
      String node,
      HintConnections connections,
      OtherNodes others,
      Threads threads,
      SlowWorkLog slowWork) {
    this.node = node;
    this.connections = connections;
    this.others = others;
    this.threads = threads;
    this.slowWork = slowWork;
  }

  void tell(Set<String> topics) {
    if (closed || topics.isEmpty() || others.isKnownToBeNone()) {
      return;
    }
    pending.add(topics);
    sendIn(COLLECTED_FOR);
  }

  PendingHints pending() {
    return pending;
  }

  private void sendIn(Duration delay) {
    if (scheduled.compareAndSet(false, true)) {
      threads.later(delay, () -> slowWork.over("Sending hints to other nodes", this::sendPending));
    }
  }

  private void sendPending() {
    Duration pause = COLLECTED_FOR;
    Set<String> topics = pending.take();
    try {
      send(topics);
      warned = false;
    } catch (SQLException e) {
      warnOnce(e);
      pending.add(topics);
      pause = PAUSE_AFTER_FAILURE;
    } finally {
      scheduled.set(false);
    }
    if (!closed && !pending.isEmpty()) {
      sendIn(pause);
    }
  }

  private void warnOnce(SQLException reason) {
    if (!closed && !warned) {
      LOG.warning(
          () ->
              "Hints cannot be sent; other nodes find tasks within a second: "
                  + reason.getMessage());
    }
    warned = true;
  }

  private synchronized void send(Collection<String> topics) throws SQLException {
    if (closed || topics.isEmpty()) {
      return;
    }
    boolean sent = false;
    try {
      if (connection == null) {
        connection = connections.open();
        // A hint need not reach the disk.
        HintConnections.execute(connection, "set synchronous_commit = off");
      }
      count();
      if (!others.isKnownToBeNone()) {
        write(topics);
      }
      sent = true;
    } finally {
      if (!sent) {
        hangUp();
      }
    }
  }

  private void count() throws SQLException {
    if (!others.mustBeCounted()) {
      return;
    }
    long before = others.changes();
    try (PreparedStatement statement = connection.prepareStatement(OTHERS_LISTEN)) {
      statement.setString(1, HintConnections.listener("%"));
      statement.setString(2, HintConnections.listener(node));
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        others.counted(answer.getBoolean(1), before);
      }
    }
  }

  private void write(Collection<String> topics) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SEND)) {
      statement.setString(1, Hint.CHANNEL);
      statement.setArray(
          2, connection.createArrayOf("text", Hint.payloads(node, topics).toArray()));
      statement.execute();
    }
  }

  private void hangUp() {
    if (connection != null) {
      HintConnections.close(connection);
      connection = null;
    }
  }

  synchronized void close() {
    closed = true;
    hangUp();
  }
}
