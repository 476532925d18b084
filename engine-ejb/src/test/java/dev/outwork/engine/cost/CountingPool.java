package dev.outwork.engine.cost;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pool whose connections count the rows that queries on H2 read, as reported by {@code explain
 * analyze}; each query runs twice for it.
 */
final class CountingPool extends HikariDataSource {
  private static final Pattern SCAN = Pattern.compile("/\\* scanCount: (\\d+) \\*/");

  private final HikariDataSource pool;
  private final AtomicLong read = new AtomicLong();

  /** One parameter of a statement, as it was set. */
  private record Parameter(Method method, Object[] arguments) {}

  CountingPool(HikariDataSource pool) {
    this.pool = pool;
  }

  /** How many rows were read by now. */
  long rowsRead() {
    return read.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = pool.getConnection();
    if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
      return connection;
    }
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = invoke(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? counting(statement, connection, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement counting(
      PreparedStatement statement, Connection connection, String text) {
    List<Parameter> parameters = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set") && method.getParameterCount() > 1) {
            parameters.add(new Parameter(method, arguments));
          } else if (method.getName().startsWith("execute") && isQuery(text)) {
            count(connection, text, parameters);
          }
          return invoke(statement, method, arguments);
        });
  }

  private static boolean isQuery(String text) {
    return text.stripLeading().regionMatches(true, 0, "select", 0, "select".length());
  }

  private void count(Connection connection, String text, List<Parameter> parameters)
      throws Throwable {
    try (PreparedStatement explain = connection.prepareStatement("explain analyze " + text)) {
      for (Parameter parameter : parameters) {
        invoke(explain, parameter.method(), parameter.arguments());
      }
      try (ResultSet plan = explain.executeQuery()) {
        plan.next();
        for (Matcher scan = SCAN.matcher(plan.getString(1)); scan.find(); ) {
          read.addAndGet(Long.parseLong(scan.group(1)));
        }
      }
    }
  }

  private interface Call {
    Object with(Method method, Object[] arguments) throws Throwable;
  }

  private static <S> S proxy(Class<S> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingPool.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.with(method, arguments)));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
