package dev.outwork.testkit;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.BatchService;
import dev.outwork.api.decision.DecisionService;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.event.EventService;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.form.FormService;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.job.ManagementService;
import dev.outwork.api.metrics.MetricsService;
import dev.outwork.api.task.TaskService;
import dev.outwork.engine.batch.BatchRuns;
import dev.outwork.engine.externaltask.LockReclaimer;
import dev.outwork.engine.job.JobRuns;
import dev.outwork.testkit.assertions.EngineServices;
import dev.outwork.testkit.assertions.Whereabouts;
import dev.outwork.testkit.container.EngineContainer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * An engine without a server, on a database of its own. It is the real engine: its code, its SQL,
 * its transactions. The test triggers what a server does by itself: it advances time, runs jobs and
 * calls worker beans, all in its own thread.
 */
public final class TestEngine implements EngineServices, AutoCloseable {
  private final HikariDataSource pool;
  private final SettableClock clock;
  private final boolean ownsDatabase;
  private final Class<?>[] moreBeans;
  private final EngineContainer container;

  private TestEngine(
      HikariDataSource pool, SettableClock clock, boolean ownsDatabase, Class<?>... moreBeans) {
    this.pool = pool;
    this.clock = clock;
    this.ownsDatabase = ownsDatabase;
    this.moreBeans = moreBeans;
    this.container = new EngineContainer(pool, clock, moreBeans);
  }

  /**
   * Starts an engine on a new, empty database, which is dropped when the engine is closed.
   *
   * @param moreBeans CDI beans in addition to those of the engine: workers, their dependencies, and
   *     replacements for what a server would provide
   */
  public static TestEngine on(TestDatabase database, Class<?>... moreBeans) {
    QuietLoggers.apply();
    return new TestEngine(database.create(), new SettableClock(), true, moreBeans);
  }

  /** A second engine on the same database and clock; close it before this one. */
  public TestEngine anotherNode() {
    return new TestEngine(pool, clock, false, moreBeans);
  }

  /** Deploys processes and lists what is deployed. */
  public RepositoryService repository() {
    return bean(RepositoryService.class);
  }

  /** Decisions: deployed definitions and their evaluation. */
  public DecisionService decisions() {
    return bean(DecisionService.class);
  }

  @Override
  public RuntimeService runtime() {
    return bean(RuntimeService.class);
  }

  @Override
  public ExternalTaskService externalTasks() {
    return bean(ExternalTaskService.class);
  }

  @Override
  public TaskService tasks() {
    return bean(TaskService.class);
  }

  /** Forms of start events and user tasks. */
  public FormService forms() {
    return bean(FormService.class);
  }

  /** Messages, signals and conditions. */
  public EventService events() {
    return bean(EventService.class);
  }

  /** Jobs and statistics. */
  public ManagementService management() {
    return bean(ManagementService.class);
  }

  @Override
  public IncidentService incidents() {
    return bean(IncidentService.class);
  }

  /** Metrics. */
  public MetricsService metrics() {
    return bean(MetricsService.class);
  }

  @Override
  public HistoryService history() {
    return bean(HistoryService.class);
  }

  /** Batches; {@link #runBatches} executes them. */
  public BatchService batches() {
    return bean(BatchService.class);
  }

  /** A bean of this engine: one of its additional beans, or a part of the engine. */
  public <T> T bean(Class<T> type) {
    return container.bean(type);
  }

  /** The clock of the engine. */
  public SettableClock clock() {
    return clock;
  }

  /**
   * Advances time. Everything that becomes due is executed at its due date, one after the other,
   * including timers that another one has started. At the end expired locks are released and due
   * jobs have been executed. Worker beans are not called.
   *
   * @param time zero executes only what is already due
   */
  public void advance(Duration time) {
    new PassingTime(this).advance(time);
  }

  /** Releases expired locks, which a server does every second. */
  public void reclaimLocks() {
    bean(LockReclaimer.class).reclaim();
  }

  /** Executes due timers and asynchronous continuations, which a server does at once. */
  public void runDueJobs() {
    bean(JobRuns.class).run();
  }

  /** Executes waiting batches, which a server does at once. */
  public void runBatches() {
    bean(BatchRuns.class).begin();
  }

  /**
   * Calls the worker beans until they have no more tasks, as a server does. An exception of a
   * worker is reported as a failure, with the retries of its subscription or element: call {@link
   * #advance} before the next attempt. A failed assertion is rethrown.
   *
   * @return the number of calls
   */
  public int runWorkers() {
    return container.callWorkerBeans();
  }

  /** A worker with this worker id. */
  public TestWorker worker(String workerId) {
    return new TestWorker(this, workerId);
  }

  /**
   * Deploys files.
   *
   * @param names on the class path, from its root
   * @return the processes in them
   * @throws AssertionError if there is no such file, or it cannot be executed; the message lists
   *     every problem with its line
   */
  public List<ProcessDefinition> deployResources(String... names) {
    return ClassPathFiles.deploy(this, Thread.currentThread().getContextClassLoader(), names);
  }

  /** Deploys the only process of a model. */
  public ProcessDefinition deploy(BpmnModelInstance model) {
    return deploy(Bpmn.convertToString(model));
  }

  /**
   * Deploys the only process of a document.
   *
   * @param document the text of a BPMN file
   */
  public ProcessDefinition deploy(String document) {
    return repository()
        .createDeployment(
            DeploymentRequest.of("process.bpmn", document.getBytes(StandardCharsets.UTF_8)))
        .deployedProcessDefinitions()
        .get(0);
  }

  /** Starts an instance of the latest version of a process. */
  public ProcessInstance start(String key) {
    return start(key, Map.of());
  }

  /**
   * Starts an instance of the latest version of a process.
   *
   * @param variables of the types of {@link dev.outwork.api.variable.TypedValue#untyped}
   * @throws AssertionError if there is no such process
   */
  public ProcessInstance start(String key, Map<String, ?> variables) {
    return start(key, null, variables);
  }

  /**
   * Starts an instance of the latest version of a process with a business key.
   *
   * @param businessKey may be null
   */
  public ProcessInstance start(String key, String businessKey, Map<String, ?> variables) {
    return runtime()
        .startProcessInstanceByKey(key, null, businessKey, TestWorker.typed(variables), List.of())
        .orElseThrow(
            () -> new AssertionError("No process with key '%s' is deployed".formatted(key)));
  }

  /**
   * Runs several calls in one transaction, as a bean in a server does.
   *
   * @throws Exception the exception of the work, after the rollback
   */
  public <T> T inTransaction(Callable<T> work) throws Exception {
    return container.inTransaction(work);
  }

  /** The database of the engine, for reading and manipulating rows. */
  public DataSource database() {
    return pool;
  }

  /** The ids of all running activities of an instance, in alphabetical order. */
  public List<String> waitsAt(ProcessInstance instance) {
    return new Whereabouts(this, instance.id()).underWay();
  }

  /** The ids of the elements that an instance has entered, in order. */
  public List<String> path(ProcessInstance instance) {
    return new Whereabouts(this, instance.id()).entered();
  }

  /** The state of an instance, as in history. */
  public String state(ProcessInstance instance) {
    return new Whereabouts(this, instance.id()).state();
  }

  /** Deletes all running instances. */
  public void endWhatStillRuns() {
    runtime().processInstances(ListQuery.all()).stream()
        .map(ProcessInstance::id)
        .filter(id -> runtime().processInstance(id).isPresent())
        .forEach(id -> runtime().deleteProcessInstance(id, null));
  }

  /**
   * Deletes all deployments with their instances and history, and resets the clock. Tables of beans
   * are not cleared.
   */
  public void reset() {
    endWhatStillRuns();
    repository().deployments(ListQuery.all()).stream()
        .map(Deployment::id)
        .forEach(id -> repository().deleteDeployment(id, true));
    clock.set(SettableClock.START);
  }

  EngineContainer container() {
    return container;
  }

  @Override
  public void close() {
    container.close();
    if (ownsDatabase) {
      pool.close();
    }
  }
}
