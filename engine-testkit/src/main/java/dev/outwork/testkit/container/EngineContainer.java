package dev.outwork.testkit.container;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.engine.database.Schema;
import dev.outwork.engine.inject.SharedCollaborators;
import dev.outwork.engine.worker.BeanWorkers;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Stands in for a server: beans, transactions, persistence and threads. */
public final class EngineContainer implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int LONGEST_SECONDS = 10;

  private final TestTransactions transactions;
  private final EntityManagerFactory entityManagers;
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS);
  private final WeldContainer beans;

  /**
   * @param pool closed by the caller
   * @param moreBeans in addition to those of the engine
   */
  public EngineContainer(HikariDataSource pool, Clock clock, Class<?>... moreBeans) {
    Schema.bringUpToDate(pool);
    transactions = new TestTransactions(pool);
    entityManagers = entityManagers(transactions);
    transactions.use(entityManagers);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    beans = beans(transactions, moreBeans);
    bean(TestResources.class).set(transactions, clock, threads);
  }

  private static EntityManagerFactory entityManagers(TestTransactions transactions) {
    return Persistence.createEntityManagerFactory(
        "outwork",
        Map.of(
            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
            "jakarta.persistence.nonJtaDataSource", transactions.dataSource(),
            "jakarta.persistence.jtaDataSource", "",
            "eclipselink.session-name", UUID.randomUUID().toString(),
            "eclipselink.logging.level", "WARNING",
            // Silences warnings that lazy associations are not lazy without weaving.
            "eclipselink.logging.level.metadata", "SEVERE"));
  }

  private static WeldContainer beans(TestTransactions transactions, Class<?>... moreBeans) {
    return new Weld(UUID.randomUUID().toString())
        .disableDiscovery()
        .addExtension(new EnterpriseBeans())
        .addExtension(new BeanWorkers())
        .addExtension(new SharedCollaborators())
        .addServices(transactions)
        .addBeanClasses(EngineBeans.ALL)
        .addBeanClasses(moreBeans)
        .addBeanClasses(
            TestResources.class,
            TestHintConnections.class,
            TransactionInterceptor.class,
            BatchRunsAtOnce.class,
            WorkersAtOnce.class)
        .initialize();
  }

  /** The bean of this type. */
  public <T> T bean(Class<T> type) {
    return beans.select(type).get();
  }

  /** Runs work in the current transaction, or in a new one. */
  public <T> T inTransaction(Callable<T> work) throws Exception {
    return transactions.within(work);
  }

  /** Calls the worker beans for their tasks; see {@link WorkersAtOnce#callBeans}. */
  public int callWorkerBeans() {
    return bean(WorkersAtOnce.class).callBeans();
  }

  /** Calls a worker for its task; see {@link WorkersAtOnce#call}. */
  public void call(ExternalTaskListener worker, LockedExternalTask task, String workerId) {
    bean(WorkersAtOnce.class).call(worker, task, workerId);
  }

  @Override
  public void close() {
    beans.shutdown();
    threads.shutdown();
    try {
      threads.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    entityManagers.close();
  }
}
