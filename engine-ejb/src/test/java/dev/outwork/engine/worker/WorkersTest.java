package dev.outwork.engine.worker;

import static dev.outwork.engine.testkit.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.api.worker.WorkerOptions;
import dev.outwork.api.worker.spi.TaskDelivery.NotReadyException;
import dev.outwork.api.worker.spi.WorkerSubscription;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers inside the server get tasks, keep them while they work, and are reported for. */
class WorkersTest extends SharedEngineTest {
  private static final RetryPolicy TWICE = RetryPolicy.fixed(2, Duration.ofMinutes(1));

  private final List<AutoCloseable> open = new ArrayList<>();

  /** start --> work (external) --> end; broken: work --> caught. */
  private static String model(String inWork) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                     xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                     targetNamespace="http://outwork.dev/tests">
          <error id="brokenError" errorCode="broken"/>
          <process id="work" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="toWork" sourceRef="start" targetRef="work1"/>
            <serviceTask id="work1" camunda:type="external" camunda:topic="work">
              <extensionElements>%s</extensionElements>
            </serviceTask>
            <sequenceFlow id="toEnd" sourceRef="work1" targetRef="end"/>
            <endEvent id="end"/>
            <boundaryEvent id="broken" attachedToRef="work1">
              <errorEventDefinition id="definition" errorRef="brokenError"/>
            </boundaryEvent>
            <sequenceFlow id="toCaught" sourceRef="broken" targetRef="caught"/>
            <endEvent id="caught"/>
          </process>
        </definitions>
        """
        .formatted(inWork);
  }

  @AfterEach
  void endWorkers() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void a_task_is_delivered_with_its_variables_and_completed_with_the_results() throws Exception {
    engine.deploy(model(""));
    work(
        TWICE,
        execution -> execution.setVariable("out", execution.<String>variable("in").toUpperCase()));

    ProcessInstance instance = engine.start("work", Map.of("in", TypedValue.string("film")));

    until(() -> engine.state(instance).equals("COMPLETED"));
    assertThat(
            engine.history().variableInstances(ListQuery.all()).stream()
                .filter(variable -> variable.processInstanceId().equals(instance.id()))
                .filter(variable -> variable.name().equals("out"))
                .map(variable -> variable.value().value()))
        .containsExactly("FILM");
  }

  @Test
  void a_bpmn_error_is_raised_in_the_process() throws Exception {
    engine.deploy(model(""));
    work(
        TWICE,
        execution -> {
          throw new BpmnError("broken", "It is broken");
        });

    ProcessInstance instance = engine.start("work");

    until(() -> engine.state(instance).equals("COMPLETED"));
    assertThat(engine.path(instance)).contains("caught").doesNotContain("end");
  }

  @Test
  void a_throwing_worker_is_retried_after_the_delay_and_then_creates_an_incident()
      throws Exception {
    engine.deploy(model(""));
    AtomicInteger calls = new AtomicInteger();
    work(
        TWICE,
        execution -> {
          calls.incrementAndGet();
          throw new IllegalStateException("The disk is full");
        });

    ProcessInstance instance = engine.start("work");
    until(() -> hasRetries(instance, 1));
    engine.clock().advance(Duration.ofSeconds(59));
    engine.reclaimLocks();
    assertThat(calls).hasValue(1);
    engine.clock().advance(Duration.ofSeconds(1));
    engine.reclaimLocks();

    until(() -> hasRetries(instance, 0));
    assertThat(calls).hasValue(2);
    assertThat(task(instance).errorMessage()).isEqualTo("The disk is full");
    assertThat(engine.externalTasks().errorDetails(task(instance).id()).orElseThrow())
        .startsWith("java.lang.IllegalStateException: The disk is full")
        .contains("WorkersTest");
    assertThat(engine.incidents().incidents(ListQuery.all()))
        .extracting(incident -> incident.incidentMessage())
        .containsExactly("The disk is full");
  }

  @Test
  void the_retry_time_cycle_of_the_element_wins_over_the_worker() throws Exception {
    engine.deploy(
        model("<camunda:failedJobRetryTimeCycle>R5/PT10M</camunda:failedJobRetryTimeCycle>"));
    work(TWICE, WorkersTest::fail);

    ProcessInstance instance = engine.start("work");

    until(() -> hasRetries(instance, 4));
    assertThat(Duration.between(engine.clock().instant(), task(instance).lockExpirationTime()))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void the_retry_time_cycle_may_be_an_expression() throws Exception {
    engine.deploy(
        model("<camunda:failedJobRetryTimeCycle>${cycle}</camunda:failedJobRetryTimeCycle>"));
    work(TWICE, WorkersTest::fail);

    ProcessInstance instance =
        engine.start("work", Map.of("cycle", TypedValue.string("PT1M,PT2M,PT3M")));

    until(() -> hasRetries(instance, 3));
    assertThat(Duration.between(engine.clock().instant(), task(instance).lockExpirationTime()))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void the_properties_of_the_element_win_over_all() throws Exception {
    engine.deploy(
        model(
            """
            <camunda:failedJobRetryTimeCycle>R5/PT10M</camunda:failedJobRetryTimeCycle>
            <camunda:properties>
              <camunda:property name="outwork.retryAttempts" value="9"/>
              <camunda:property name="outwork.retryDelay" value="PT7S"/>
              <camunda:property name="outwork.retryJitter" value="0"/>
            </camunda:properties>
            """));
    work(TWICE, WorkersTest::fail);

    ProcessInstance instance = engine.start("work");

    until(() -> hasRetries(instance, 8));
    assertThat(Duration.between(engine.clock().instant(), task(instance).lockExpirationTime()))
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_property_that_cannot_be_is_refused_at_deployment() {
    assertThatThrownBy(
            () ->
                engine.deploy(
                    model(
                        """
                        <camunda:properties>
                          <camunda:property name="outwork.retryDelay" value="soon"/>
                        </camunda:properties>
                        """)))
        .hasMessageContaining("retryDelay is 'soon'");
    assertThatThrownBy(
            () ->
                engine.deploy(
                    model(
                        """
                        <camunda:properties>
                          <camunda:property name="outwork.retryAttempt" value="3"/>
                        </camunda:properties>
                        """)))
        .hasMessageContaining("outwork.retryAttempt is not an option");
  }

  @Test
  void a_worker_has_no_more_tasks_at_a_time_than_it_wants() throws Exception {
    engine.deploy(model(""));
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    work(
        TWICE,
        execution -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          end.await();
          now.decrementAndGet();
        });

    List<ProcessInstance> instances = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      instances.add(engine.start("work"));
    }
    until(() -> now.get() == 2);
    end.countDown();

    for (ProcessInstance instance : instances) {
      until(() -> engine.state(instance).equals("COMPLETED"));
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void a_stopping_worker_finishes_tasks_in_progress() throws Exception {
    engine.deploy(model(""));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    WorkerSubscription worker =
        work(
            TWICE,
            execution -> {
              begun.countDown();
              end.await();
            });
    ProcessInstance instance = engine.start("work");
    begun.await();

    Thread stopping = new Thread(worker::close);
    stopping.start();
    end.countDown();
    stopping.join();

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_task_not_finished_in_time_is_released_and_cannot_be_completed() throws Exception {
    engine.deploy(model(""));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    System.setProperty(Settings.WORKER_DRAIN_SECONDS, "0");
    WorkerSubscription worker =
        work(
            TWICE,
            execution -> {
              begun.countDown();
              end.await();
              execution.setVariable("by", "the first");
            });
    ProcessInstance instance = engine.start("work");
    begun.await();

    worker.close();
    System.clearProperty(Settings.WORKER_DRAIN_SECONDS);

    until(() -> !alice.fetches("work").isEmpty());
    end.countDown();
    until(() -> task(instance).workerId().equals("alice"));
    assertThat(engine.state(instance)).isEqualTo("ACTIVE");
  }

  @Test
  void a_worker_that_is_not_ready_is_called_later_without_a_failure() throws Exception {
    engine.deploy(model(""));
    AtomicInteger calls = new AtomicInteger();
    TestDelivery delivery =
        new TestDelivery(
            engine,
            execution -> {
              if (calls.incrementAndGet() == 1) {
                throw new NotReadyException("It is not there", null);
              }
            });
    open.add(delivery);
    open.add(engine.bean(Workers.class).subscribe("worker", options(TWICE), delivery));

    ProcessInstance instance = engine.start("work");

    until(() -> engine.state(instance).equals("COMPLETED"));
    assertThat(engine.history().externalTaskLogs(ListQuery.all()))
        .filteredOn(log -> log.processInstanceId().equals(instance.id()))
        .noneMatch(log -> log.kind() == ExternalTaskLog.Kind.FAILED);
  }

  @Test
  void configuration_overrides_the_options_of_the_worker() {
    System.setProperty("outwork.worker.work.max-tasks", "7");
    System.setProperty("outwork.worker.work.lock-duration", "5000");
    System.setProperty("outwork.worker.work.retry-delay", "PT3S");
    System.setProperty("outwork.worker.work.run-as", "ann");
    System.setProperty("outwork.worker.work.variables", "one,two");
    try {
      WorkerOptions configured = WorkerSettings.of("work").override(options(TWICE));

      assertThat(configured.maxTasks()).isEqualTo(7);
      assertThat(configured.topic().lockDuration()).isEqualTo(Duration.ofSeconds(5));
      assertThat(configured.topic().variables()).containsExactly("one", "two");
      assertThat(configured.retryPolicy().delay()).isEqualTo(Duration.ofSeconds(3));
      assertThat(configured.retryPolicy().attempts()).isEqualTo(2);
      assertThat(configured.runAs()).isEqualTo("ann");
    } finally {
      System.getProperties()
          .keySet()
          .removeIf(name -> name.toString().startsWith("outwork.worker."));
    }
  }

  @Test
  void an_invalid_configuration_is_reported() {
    System.setProperty("outwork.worker.work.max-tasks", "0");
    try {
      WorkerSettings settings = WorkerSettings.of("work");

      assertThatThrownBy(() -> settings.override(options(TWICE)))
          .hasMessageContaining("outwork.worker.work.*")
          .hasMessageContaining("maxTasks 0");
    } finally {
      System.clearProperty("outwork.worker.work.max-tasks");
    }
  }

  private static void fail(Object execution) {
    throw new IllegalStateException("It cannot be done");
  }

  private WorkerSubscription work(RetryPolicy policy, ExternalTaskListener listener) {
    TestDelivery delivery = new TestDelivery(engine, listener);
    WorkerSubscription subscription =
        engine.bean(Workers.class).subscribe("worker", options(policy), delivery);
    open.add(subscription);
    open.add(delivery);
    return subscription;
  }

  private static WorkerOptions options(RetryPolicy policy) {
    WorkerOptions usual = WorkerOptions.of("work");
    return new WorkerOptions(usual.topic(), 2, false, policy);
  }

  private static boolean hasRetries(ProcessInstance instance, int retries) {
    return Integer.valueOf(retries).equals(task(instance).retries());
  }

  private static ExternalTask task(ProcessInstance instance) {
    return engine.externalTasks().externalTasks(ListQuery.all()).stream()
        .filter(task -> task.processInstanceId().equals(instance.id()))
        .findFirst()
        .orElseThrow();
  }
}
