package dev.outwork.mover.moving;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Connections of a process that dies: after a number of statements in transactions, and commits,
 * all of them are cut, before the next one or, for a commit, right after it.
 */
public final class MortalDriver implements Driver {
  static final String PREFIX = "jdbc:mortal:";

  private static final List<Connection> OPEN = new ArrayList<>();
  private static int left = Integer.MAX_VALUE;
  private static boolean alive = true;
  private static boolean countsAll;

  static {
    try {
      DriverManager.registerDriver(new MortalDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static synchronized void dieAfter(int calls) {
    left = calls;
    alive = true;
  }

  /** Counts also what is not in a transaction: how a database is looked at first. */
  static synchronized void dieAfterAny(int calls) {
    dieAfter(calls);
    countsAll = true;
  }

  static synchronized void live() {
    left = Integer.MAX_VALUE;
    alive = true;
    countsAll = false;
  }

  static synchronized boolean isAlive() {
    return alive;
  }

  private static synchronized boolean countsAll() {
    return countsAll;
  }

  private static synchronized void call(boolean isCommitted) throws SQLException {
    if (alive && --left <= 0) {
      alive = false;
      for (Connection connection : OPEN) {
        cut(connection);
      }
      OPEN.clear();
    }
    if (!alive && !isCommitted) {
      throw new SQLException("killed");
    }
  }

  // As the database does when the process on the other side is gone.
  private static void cut(Connection connection) {
    try {
      if (!connection.isClosed()) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.close();
      }
    } catch (SQLException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    if (!isAlive()) {
      throw new SQLException("killed");
    }
    Connection real = DriverManager.getConnection(url.substring(PREFIX.length()), properties);
    synchronized (MortalDriver.class) {
      OPEN.add(real);
    }
    return mortal(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit")) {
            call(false);
            Object result = invoke(real, method, arguments);
            call(true);
            if (!isAlive()) {
              throw new SQLException("killed after a commit");
            }
            return result;
          }
          Object result = invoke(real, method, arguments);
          return result instanceof PreparedStatement statement ? mortal(real, statement) : result;
        });
  }

  private static PreparedStatement mortal(Connection connection, PreparedStatement statement) {
    return mortal(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")
              && (countsAll() || !connection.getAutoCommit())) {
            call(false);
          }
          return invoke(statement, method, arguments);
        });
  }

  private static <T> T mortal(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            MortalDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(MortalDriver.class.getName());
  }
}
