package dev.outwork.engine.testkit;

import dev.outwork.engine.database.SchemaReadiness;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;

/** The resources that a server would provide. */
@ApplicationScoped
public class TestResources {
  private TestTransactions transactions;
  private SettableClock clock;
  private ScheduledExecutorService threads;

  void set(TestTransactions transactions, SettableClock clock, ScheduledExecutorService threads) {
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

  @Produces
  ManagedThreadFactory threadFactory() {
    return forwarding(ManagedThreadFactory.class, Executors.defaultThreadFactory());
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
