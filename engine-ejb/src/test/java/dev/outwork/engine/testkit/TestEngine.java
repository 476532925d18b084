package dev.outwork.engine.testkit;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.BatchService;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.event.EventService;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.job.ManagementService;
import dev.outwork.api.metrics.MetricsService;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.batch.BatchRuns;
import dev.outwork.engine.database.Schema;
import dev.outwork.engine.externaltask.LockReclaimer;
import dev.outwork.engine.job.DueJobs;
import dev.outwork.engine.job.JobAlarm;
import dev.outwork.engine.waiting.Sweep;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** An engine on a database of its own. */
public final class TestEngine implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int LONGEST_SECONDS = 10;

  private final HikariDataSource pool;
  private final TestTransactions transactions;
  private final EntityManagerFactory entityManagers;
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS);
  private final SettableClock clock;
  private final boolean ownsDatabase;
  private final Class<?>[] moreBeans;
  private final WeldContainer container;

  private TestEngine(
      HikariDataSource pool, SettableClock clock, boolean ownsDatabase, Class<?>... moreBeans) {
    this.pool = pool;
    this.clock = clock;
    this.ownsDatabase = ownsDatabase;
    this.moreBeans = moreBeans;
    Schema.bringUpToDate(pool);
    transactions = new TestTransactions(pool);
    entityManagers = entityManagers(transactions.dataSource());
    transactions.use(entityManagers);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    container = container(transactions, moreBeans);
    container.select(TestResources.class).get().set(transactions, clock, threads);
  }

  /**
   * @param moreBeans beside those of the engine
   */
  public static TestEngine on(TestDatabase database, Class<?>... moreBeans) {
    return new TestEngine(database.create(), new SettableClock(), true, moreBeans);
  }

  /** An engine that runs jobs by itself once it is told that some are due. */
  public static TestEngine runningJobsOn(TestDatabase database) {
    return new TestEngine(database.create(), new SettableClock(), true, JobAlarm.class);
  }

  /** A second engine on the same database, to be closed before this one. */
  public TestEngine anotherNode() {
    return new TestEngine(pool, clock, false, moreBeans);
  }

  private static EntityManagerFactory entityManagers(DataSource dataSource) {
    return Persistence.createEntityManagerFactory(
        "outwork",
        Map.of(
            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
            "jakarta.persistence.nonJtaDataSource", dataSource,
            "jakarta.persistence.jtaDataSource", "",
            "eclipselink.session-name", UUID.randomUUID().toString(),
            "eclipselink.logging.level", "WARNING"));
  }

  private static WeldContainer container(TestTransactions transactions, Class<?>... moreBeans) {
    return new Weld(UUID.randomUUID().toString())
        .disableDiscovery()
        .addExtension(new EnterpriseBeans())
        .addServices(transactions)
        .addBeanClasses(EngineBeans.ALL)
        .addBeanClasses(moreBeans)
        .addBeanClasses(
            TestResources.class,
            TestHintConnections.class,
            TransactionInterceptor.class,
            BatchRunsAtOnce.class)
        .initialize();
  }

  public RepositoryService repository() {
    return container.select(RepositoryService.class).get();
  }

  public RuntimeService runtime() {
    return container.select(RuntimeService.class).get();
  }

  public ExternalTaskService externalTasks() {
    return container.select(ExternalTaskService.class).get();
  }

  public TaskService tasks() {
    return container.select(TaskService.class).get();
  }

  public EventService events() {
    return container.select(EventService.class).get();
  }

  public ManagementService management() {
    return container.select(ManagementService.class).get();
  }

  public IncidentService incidents() {
    return container.select(IncidentService.class).get();
  }

  public MetricsService metrics() {
    return container.select(MetricsService.class).get();
  }

  public HistoryService history() {
    return container.select(HistoryService.class).get();
  }

  public BatchService batches() {
    return container.select(BatchService.class).get();
  }

  public WaitingRoom waitingRoom() {
    return container.select(WaitingRoom.class).get();
  }

  public SettableClock clock() {
    return clock;
  }

  /** Does what the timer of the lock reclaimer does each second. */
  public void reclaimLocks() {
    container.select(LockReclaimer.class).get().reclaim();
  }

  /** Runs what is due, which a server does as soon as it is. */
  public void runDueJobs() {
    container.select(DueJobs.class).get().run();
  }

  /** Runs the batches that wait, which a server does as soon as they do. */
  public void runBatches() {
    container.select(BatchRuns.class).get().begin();
  }

  /** Does what the timer of the waiting room does each second. */
  public void sweepWaitingRoom() {
    container.select(Sweep.class).get().lookAround();
  }

  /** The database behind the engine, for looking at rows and for meddling. */
  public DataSource database() {
    return pool;
  }

  /** A part of the engine that has no boundary, for what only tests ask. */
  public <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  /** Runs several calls in one transaction. */
  public <T> T inTransaction(Callable<T> work) throws Exception {
    return transactions.within(work);
  }

  /** Deploys the one process of a model. */
  public ProcessDefinition deploy(BpmnModelInstance model) {
    return deploy(Bpmn.convertToString(model));
  }

  /** Deploys the one process of a document. */
  public ProcessDefinition deploy(String document) {
    return repository()
        .createDeployment(
            DeploymentRequest.of("process.bpmn", document.getBytes(StandardCharsets.UTF_8)))
        .deployedProcessDefinitions()
        .get(0);
  }

  /** Starts an instance of the latest version of a key. */
  public ProcessInstance start(String key) {
    return start(key, Map.of());
  }

  /** Starts an instance of the latest version of a key. */
  public ProcessInstance start(String key, Map<String, TypedValue> variables) {
    String definitionId = repository().latestProcessDefinition(key, null).orElseThrow().id();
    return runtime().startProcessInstance(definitionId, null, variables);
  }

  /** Somebody who fetches and reports under this worker id. */
  public TestWorker worker(String workerId) {
    return new TestWorker(externalTasks(), workerId);
  }

  /** The ids of the elements at which an instance waits, in alphabetical order. */
  public List<String> waitsAt(ProcessInstance instance) {
    return Rows.strings(
        pool,
        "select activity_id from activity_instance where process_instance_id = ? and ended_at is null"
            + " order by activity_id",
        instance.id());
  }

  /** The ids of the elements that an instance has entered, in that order. */
  public List<String> path(ProcessInstance instance) {
    return Rows.strings(
        pool,
        "select activity_id from activity_instance where process_instance_id = ? order by id",
        instance.id());
  }

  /** Deletes the instances that still run. */
  public void endWhatStillRuns() {
    runtime().processInstances(ListQuery.all()).stream()
        .map(ProcessInstance::id)
        .filter(id -> runtime().processInstance(id).isPresent())
        .forEach(id -> runtime().deleteProcessInstance(id, null));
  }

  /** How an instance stands, as history tells it. */
  public String state(ProcessInstance instance) {
    return history().processInstance(instance.id()).orElseThrow().state();
  }

  @Override
  public void close() {
    container.shutdown();
    endWhatIsRunning();
    entityManagers.close();
    if (ownsDatabase) {
      pool.close();
    }
  }

  private void endWhatIsRunning() {
    threads.shutdown();
    try {
      threads.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
