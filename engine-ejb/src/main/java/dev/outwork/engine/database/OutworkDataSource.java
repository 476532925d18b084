package dev.outwork.engine.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source of the {@link Settings}, so that one archive runs on H2 and on PostgreSQL without
 * configuring the server. The container pools its connections.
 *
 * <p>It opens no connection for an application that has stopped. A request still in progress can
 * make a server create the pool once more; the server never closes the connections of that second
 * pool, so the file of an H2 database would stay locked for the next deployment.
 */
public class OutworkDataSource implements DataSource {
  private static final String PREPARE_THRESHOLD = "prepareThreshold";
  private static final String KEEP_ALIVE = "tcpKeepAlive";
  private static final String SOCKET_TIMEOUT = "socketTimeout";

  // Longer than any statement takes, except migrations. A worker in the server may have longer
  // statements of its own, and sets a timeout in the URL.
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  private static final String CONNECTION_EXCEPTION = "08000";

  // Each deployment has a class loader of its own, and so a field of its own.
  private static volatile boolean ended;

  private final String url;
  private final DataSource delegate;
  private final EmbeddedDatabase embedded;
  private String description;

  public OutworkDataSource() {
    this(Settings.databaseUrl(), Settings.databaseUser(), Settings.databasePassword());
  }

  /** A data source for the same user with another URL. */
  public OutworkDataSource(String url) {
    this(url, Settings.databaseUser(), Settings.databasePassword());
  }

  OutworkDataSource(String url, String user, String password) {
    this.url = url;
    boolean isH2 = Dialect.of(url) == Dialect.H2;
    delegate = isH2 ? h2(url, user, password) : postgresql(url, user, password);
    embedded = isH2 ? new EmbeddedDatabase(delegate) : null;
  }

  // Without WRITE_DELAY=0 a commit reaches the file up to half a second after its acknowledgement.
  // The engine closes its connections before the JVM ends or is killed; a shutdown hook of the
  // database would run too early.
  private static DataSource h2(String url, String user, String password) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
    h2.setUser(user);
    h2.setPassword(password);
    return h2;
  }

  private static DataSource postgresql(String url, String user, String password) {
    PGSimpleDataSource postgresql = new PGSimpleDataSource();
    // Without a timeout a hanging server would block its callers forever. Properties set before the
    // URL would take precedence over it.
    postgresql.setUrl(url);
    if (!url.contains(KEEP_ALIVE)) {
      postgresql.setTcpKeepAlive(true);
    }
    if (!url.contains(SOCKET_TIMEOUT)) {
      postgresql.setSocketTimeout((int) LONGEST_ANSWER.toSeconds());
    }
    postgresql.setApplicationName("outwork");
    postgresql.setUser(user);
    postgresql.setPassword(password);
    return postgresql;
  }

  /** Opens connections again. */
  static void begin() {
    ended = false;
  }

  /** Refuses new connections. The container closes those that are open. */
  static void end() {
    ended = true;
    EmbeddedDatabase.closeSoon();
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!ended) {
      Connection connection = open();
      if (!ended) {
        return connection;
      }
      connection.close();
    }
    throw new SQLNonTransientConnectionException(
        "The application has ended: no connection is opened", CONNECTION_EXCEPTION);
  }

  private Connection open() throws SQLException {
    if (embedded != null) {
      return embedded.open();
    }
    if (delegate instanceof PGSimpleDataSource postgresql
        && !url.contains(PREPARE_THRESHOLD)
        && Pooler.sharesConnections(url, postgresql)) {
      postgresql.setPrepareThreshold(0);
    }
    return delegate.getConnection();
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  // Containers pass the user and password of their own configuration, which has none.
  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return delegate.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    delegate.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    delegate.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return delegate.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return delegate.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || delegate.isWrapperFor(type);
  }
}
