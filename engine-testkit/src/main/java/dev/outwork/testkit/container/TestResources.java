package dev.outwork.testkit.container;

import dev.outwork.engine.database.SchemaReadiness;
import jakarta.ejb.EJBContext;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;

/** The resources that a server would provide. */
@ApplicationScoped
public class TestResources {
  private TestTransactions transactions;
  private Clock clock;
  private ScheduledExecutorService threads;

  void set(TestTransactions transactions, Clock clock, ScheduledExecutorService threads) {
    this.transactions = transactions;
    this.clock = clock;
    this.threads = threads;
  }

  TestTransactions transactions() {
    return transactions;
  }

  @Produces
  DataSource dataSource() {
    return transactions.dataSource();
  }

  @Produces
  EntityManager entityManager() {
    return transactions.entityManager();
  }

  @Produces
  SchemaReadiness schema() {
    return () -> {};
  }

  @Produces
  Clock clock() {
    return clock;
  }

  @Produces
  ManagedScheduledExecutorService executor() {
    return forwarding(ManagedScheduledExecutorService.class, threads);
  }

  /** Supports setRollbackOnly only. */
  @Produces
  EJBContext ejbContext() {
    return (EJBContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EJBContext.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("setRollbackOnly")) {
                throw new UnsupportedOperationException(method + " is not available in tests");
              }
              transactions.setRollbackOnly();
              return null;
            });
  }

  /** Supports getTransactionStatus only. */
  @Produces
  TransactionSynchronizationRegistry registry() {
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getTransactionStatus")) {
                throw new UnsupportedOperationException(method + " is not available in tests");
              }
              return transactions.isTransactionActive()
                  ? Status.STATUS_ACTIVE
                  : Status.STATUS_NO_TRANSACTION;
            });
  }

  @Produces
  ManagedThreadFactory threadFactory() {
    ThreadFactory daemons =
        work -> {
          Thread thread = new Thread(work);
          thread.setDaemon(true);
          return thread;
        };
    return forwarding(ManagedThreadFactory.class, daemons);
  }

  private <T> T forwarding(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
