package dev.outwork.it.container;

import static dev.outwork.it.container.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.it.container.workers.BeanWorkers;
import dev.outwork.it.container.workers.Deeds;
import dev.outwork.it.container.workers.ListenerBean;
import dev.outwork.it.container.workers.MessageDrivenWorker;
import dev.outwork.it.container.workers.MessageDrivenWorkerWithoutTransaction;
import dev.outwork.it.server.EngineArchive;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Workers inside the server: message-driven beans and CDI beans, in transactions and without. Each
 * leaves a row, so that what was kept can be counted.
 */
@ExtendWith(ArquillianExtension.class)
public class WorkersIT {
  private static final List<String> TRANSACTIONAL = List.of("mdb", "bean", "listenerBean");
  private static final List<String> ALL =
      List.of("mdb", "bean", "listenerBean", "mdbWithoutTransaction", "beanWithoutTransaction");

  /** start --> work (external, two attempts) --> end; broken: work --> caught. */
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                   targetNamespace="http://outwork.dev/tests">
        <error id="brokenError" errorCode="broken"/>
        <process id="deed" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="toWork" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="${worker}">
            <extensionElements>
              <camunda:properties>
                <camunda:property name="outwork.retryAttempts" value="2"/>
                <camunda:property name="outwork.retryDelay" value="PT0.1S"/>
              </camunda:properties>
            </extensionElements>
          </serviceTask>
          <sequenceFlow id="toEnd" sourceRef="work" targetRef="end"/>
          <endEvent id="end"/>
          <boundaryEvent id="broken" attachedToRef="work">
            <errorEventDefinition id="brokenDefinition" errorRef="brokenError"/>
          </boundaryEvent>
          <sequenceFlow id="toCaught" sourceRef="broken" targetRef="caught"/>
          <endEvent id="caught"/>
        </process>
      </definitions>
      """;

  @Inject private RepositoryService repository;
  @Inject private RuntimeService runtime;
  @Inject private ExternalTaskService externalTasks;
  @Inject private IncidentService incidents;
  @Inject private HistoryService history;
  @Inject private Deeds deeds;

  @Deployment
  static Archive<?> engineWithWorkers() {
    return EngineArchive.with(
        WorkersIT.class,
        Eventually.class,
        Deeds.class,
        MessageDrivenWorker.class,
        MessageDrivenWorkerWithoutTransaction.class,
        BeanWorkers.class,
        ListenerBean.class);
  }

  @BeforeEach
  void deploy() throws Exception {
    deeds.prepare();
    repository.createDeployment(
        DeploymentRequest.of("deed.bpmn", MODEL.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_normal_return_completes_the_task_with_its_results() throws Exception {
    for (String worker : ALL) {
      String instance = start(worker, "succeed");

      until(worker, () -> stateOf(instance).equals("COMPLETED"));

      assertEquals(1, deeds.rowsOf(taskOf(instance)), worker);
      assertEquals("done", resultOf(instance), worker);
    }
  }

  @Test
  void a_thrown_bpmn_error_is_raised_and_keeps_the_writes() throws Exception {
    for (String worker : ALL) {
      String instance = start(worker, "raise");

      until(worker, () -> stateOf(instance).equals("COMPLETED"));

      assertEquals(1, deeds.rowsOf(taskOf(instance)), worker);
      assertEquals("broken", resultOf(instance), worker);
    }
  }

  @Test
  void an_exception_rolls_back_and_is_retried_until_an_incident() throws Exception {
    for (String deed : List.of("throw", "throw checked")) {
      for (String worker : TRANSACTIONAL) {
        String instance = start(worker, deed);

        until(worker, () -> hasIncident(instance));

        ExternalTask task = openTask(instance);
        assertEquals(0, deeds.rowsOf(task.id()), worker);
        assertEquals(0, task.retries(), worker);
        assertEquals("The work cannot be done", task.errorMessage(), worker);
        String stack = externalTasks.errorDetails(task.id()).orElseThrow();
        assertTrue(stack.contains("Deeds.doAsTold"), stack);
        assertEquals(2, failuresOf(task.id()), worker);
        runtime.deleteProcessInstance(instance, null);
      }
    }
  }

  @Test
  void without_a_transaction_a_failure_is_reported_as_well() throws Exception {
    for (String worker : List.of("mdbWithoutTransaction", "beanWithoutTransaction")) {
      String instance = start(worker, "throw");

      until(worker, () -> hasIncident(instance));

      ExternalTask task = openTask(instance);
      assertEquals("The work cannot be done", task.errorMessage(), worker);
      assertEquals(2, deeds.rowsOf(task.id()), worker);
      runtime.deleteProcessInstance(instance, null);
    }
  }

  @Test
  void marking_the_transaction_for_rollback_is_a_failure() throws Exception {
    for (String worker : TRANSACTIONAL) {
      String instance = start(worker, "roll back");

      until(worker, () -> hasIncident(instance));

      assertEquals(0, deeds.rowsOf(openTask(instance).id()), worker);
      runtime.deleteProcessInstance(instance, null);
    }
  }

  @Test
  void a_task_longer_than_its_lock_stays_locked() throws Exception {
    List<String> workers = List.of("mdb", "bean", "mdbWithoutTransaction");
    List<String> instances =
        workers.stream().map(worker -> start(worker, "work beyond the lock")).toList();

    for (int i = 0; i < workers.size(); i++) {
      String worker = workers.get(i);
      String instance = instances.get(i);
      until(worker, () -> stateOf(instance).equals("COMPLETED"));

      assertEquals(1, deeds.rowsOf(taskOf(instance)), worker);
      assertEquals(0, failuresOf(taskOf(instance)), worker);
    }
  }

  private String start(String worker, String deed) {
    String definition = repository.latestProcessDefinition("deed", null).orElseThrow().id();
    return runtime
        .startProcessInstance(
            definition,
            null,
            Map.of("worker", TypedValue.string(worker), "deed", TypedValue.string(deed)))
        .id();
  }

  private String stateOf(String instance) {
    return history.processInstance(instance).orElseThrow().state();
  }

  private String resultOf(String instance) {
    ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> results =
        ListQuery.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>all()
            .with(HistoricVariableInstanceFilter.PROCESS_INSTANCE_ID, instance)
            .with(HistoricVariableInstanceFilter.VARIABLE_NAME, "result");
    return String.valueOf(history.variableInstances(results).get(0).value().value());
  }

  private String taskOf(String instance) {
    return history
        .externalTaskLogs(logs().with(ExternalTaskLogFilter.PROCESS_INSTANCE_ID, instance))
        .get(0)
        .externalTaskId();
  }

  private int failuresOf(String task) {
    return history
        .externalTaskLogs(
            logs()
                .with(ExternalTaskLogFilter.EXTERNAL_TASK_ID, task)
                .with(ExternalTaskLogFilter.FAILURE_LOG, true))
        .size();
  }

  private static ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> logs() {
    return ListQuery.all();
  }

  private ExternalTask openTask(String instance) {
    ListQuery<ExternalTaskFilter, ExternalTaskSort> query =
        ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
            .with(ExternalTaskFilter.PROCESS_INSTANCE_ID, instance);
    return externalTasks.externalTasks(query).get(0);
  }

  private boolean hasIncident(String instance) {
    ListQuery<IncidentFilter, IncidentSort> query =
        ListQuery.<IncidentFilter, IncidentSort>all()
            .with(IncidentFilter.PROCESS_INSTANCE_ID, instance);
    return incidents.countIncidents(query) > 0;
  }
}
