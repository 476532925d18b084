package dev.outwork.engine.waiting;

import dev.outwork.engine.database.Settings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Receives other nodes' hints, on a connection of its own that it reopens when it breaks. */
final class HintListener implements Runnable {
  private static final Logger LOG = Logger.getLogger(HintListener.class.getName());

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  // A silent connection is checked at this interval, and must answer within this time.
  private static final int SILENCE_MILLIS = 30_000;
  private static final int ANSWER_SECONDS = 5;

  private final String node;
  private final HintConnections connections;
  private final OtherNodes others;
  private final Consumer<Set<String>> heard;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Connection connection;
  private volatile boolean listening;
  private boolean warned;

  HintListener(
      String node, HintConnections connections, OtherNodes others, Consumer<Set<String>> heard) {
    this.node = node;
    this.connections = connections;
    this.others = others;
    this.heard = heard;
  }

  boolean isListening() {
    return listening;
  }

  @Override
  public void run() {
    BackOff backOff = new BackOff(SHORTEST_PAUSE, LONGEST_PAUSE);
    while (!isClosed()) {
      if (listenUntilItBreaks()) {
        backOff.over();
      }
      waitUnlessClosed(backOff.next());
    }
  }

  /**
   * @return whether it listened at all
   */
  private boolean listenUntilItBreaks() {
    try (Connection opened = connections.open()) {
      connection = opened;
      begin(opened);
      listen(opened);
    } catch (SQLException | RuntimeException e) {
      // Whatever the failure, the node must listen again.
      warnOnce(e);
    }
    boolean listened = listening;
    listening = false;
    return listened;
  }

  private void warnOnce(Exception reason) {
    if (!isClosed() && !warned) {
      LOG.warning(
          () ->
              "Hints of other nodes do not arrive; their tasks are found within a second: "
                  + reason.getMessage());
    }
    warned = true;
  }

  private void begin(Connection opened) throws SQLException {
    HintConnections.execute(
        opened, "set application_name = '%s'".formatted(HintConnections.listener(node)));
    HintConnections.execute(opened, "listen " + Hint.CHANNEL);
    // Nodes that started before did not hear this node, and this node did not hear them.
    others.forget();
    try (PreparedStatement hello = opened.prepareStatement("select pg_notify(?, ?)")) {
      hello.setString(1, Hint.CHANNEL);
      hello.setString(2, node);
      hello.execute();
    }
  }

  private void listen(Connection opened) throws SQLException {
    PGConnection postgresql = opened.unwrap(PGConnection.class);
    hearMyself(postgresql);
    while (!isClosed()) {
      PGNotification[] notifications = postgresql.getNotifications(SILENCE_MILLIS);
      boolean silent = notifications == null || notifications.length == 0;
      if (!silent) {
        hear(notifications);
      } else if (!isClosed() && !opened.isValid(ANSWER_SECONDS)) {
        throw new SQLException("The database does not answer");
      }
    }
  }

  // A pooler may accept listen and never deliver a notification.
  private void hearMyself(PGConnection postgresql) throws SQLException {
    PGNotification[] notifications = postgresql.getNotifications(ANSWER_SECONDS * 1_000);
    if (notifications == null || notifications.length == 0) {
      throw new SQLException(
          "the node does not receive its own hints; behind a pooler in transaction mode, set %s"
              .formatted(Settings.DB_HINTS_URL));
    }
    listening = true;
    warned = false;
    LOG.info("Hints of other nodes arrive");
    hear(notifications);
  }

  private void hear(PGNotification[] notifications) {
    for (PGNotification notification : notifications) {
      Hint hint = Hint.read(notification.getParameter());
      if (!hint.node().equals(node)) {
        others.hasBeenHeard();
        heard.accept(hint.topics());
      }
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void waitUnlessClosed(Duration length) {
    try {
      closed.await(length.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The server stops its threads.
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  void close() {
    closed.countDown();
    Connection open = connection;
    if (open != null) {
      HintConnections.close(open);
    }
  }
}
