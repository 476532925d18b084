package dev.outwork.testkit.container;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.weld.transaction.spi.TransactionServices;

/**
 * Container transactions: one connection for SQL and JPA, commit at the end of the outermost call,
 * rollback on an exception, synchronizations afterwards.
 */
public final class TestTransactions implements TransactionServices {
  private static final Set<String> LEFT_TO_THE_END =
      Set.of("close", "commit", "rollback", "setAutoCommit", "abort");

  private final HikariDataSource pool;
  private final ThreadLocal<Transaction> current = new ThreadLocal<>();
  private EntityManagerFactory entityManagers;

  private static final class Transaction {
    private final Connection connection;
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private EntityManager entityManager;
    private boolean doomed;

    Transaction(Connection connection) {
      this.connection = connection;
    }
  }

  TestTransactions(HikariDataSource pool) {
    this.pool = pool;
  }

  HikariDataSource pool() {
    return pool;
  }

  void use(EntityManagerFactory factory) {
    this.entityManagers = factory;
  }

  /** Runs work in the current transaction, or in a new one. */
  <T> T within(Callable<T> work) throws Exception {
    return current.get() != null ? work.call() : inOwnTransaction(work);
  }

  /** Runs work without a transaction. */
  <T> T without(Callable<T> work) throws Exception {
    Transaction suspended = current.get();
    current.remove();
    try {
      return work.call();
    } finally {
      current.set(suspended);
    }
  }

  /** Runs work in a new transaction, while the current one is suspended. */
  <T> T inNew(Callable<T> work) throws Exception {
    return without(() -> inOwnTransaction(work));
  }

  private <T> T inOwnTransaction(Callable<T> work) throws Exception {
    Connection connection = pool.getConnection();
    Transaction transaction = new Transaction(connection);
    boolean committed = false;
    try {
      connection.setAutoCommit(false);
      current.set(transaction);
      T result = work.call();
      if (transaction.doomed) {
        return result;
      }
      if (transaction.entityManager != null) {
        transaction.entityManager.getTransaction().commit();
      }
      connection.commit();
      committed = true;
      return result;
    } finally {
      current.remove();
      if (!committed) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
      connection.close();
      if (transaction.entityManager != null) {
        transaction.entityManager.close();
      }
      int outcome = committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
      transaction.synchronizations.forEach(one -> one.afterCompletion(outcome));
    }
  }

  /** Marks the current transaction for rollback. */
  void setRollbackOnly() {
    current.get().doomed = true;
  }

  /** The data source for the engine: within a transaction always the same connection. */
  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection") && current.get() != null) {
                return held(current.get().connection);
              }
              return forward(pool, method, arguments);
            });
  }

  private static Connection held(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            TestTransactions.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                LEFT_TO_THE_END.contains(method.getName())
                    ? null
                    : forward(connection, method, arguments));
  }

  /** The entity manager of the current transaction. */
  EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> forward(currentEntityManager(), method, arguments));
  }

  private EntityManager currentEntityManager() {
    Transaction transaction = current.get();
    if (transaction.entityManager == null) {
      transaction.entityManager = entityManagers.createEntityManager();
      transaction.entityManager.getTransaction().begin();
    }
    return transaction.entityManager;
  }

  private static Object forward(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void registerSynchronization(Synchronization synchronization) {
    current.get().synchronizations.add(synchronization);
  }

  @Override
  public boolean isTransactionActive() {
    return current.get() != null;
  }

  @Override
  public UserTransaction getUserTransaction() {
    throw new UnsupportedOperationException("The container manages the engine's transactions");
  }

  @Override
  public void cleanup() {
    // Nothing is kept beyond a transaction.
  }
}
