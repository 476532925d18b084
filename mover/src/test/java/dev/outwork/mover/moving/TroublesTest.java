package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.mover.source.Slice;
import dev.outwork.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What has failed at Camunda has failed at Outwork, is shown the same, and can be tried again. */
class TroublesTest {
  /** start --> async gateway x, whose condition fails without a variable --> end */
  private static final String FAILING =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="moved">
        <process id="failing" isExecutable="true">
          <startEvent id="s"/>
          <exclusiveGateway id="x" camunda:asyncBefore="true" default="x_f"/>
          <endEvent id="e"/>
          <endEvent id="f"/>
          <sequenceFlow id="s_x" sourceRef="s" targetRef="x"/>
          <sequenceFlow id="x_f" sourceRef="x" targetRef="f"/>
          <sequenceFlow id="x_e" sourceRef="x" targetRef="e">
            <conditionExpression xsi:type="tFormalExpression">${amount &gt; 5}</conditionExpression>
          </sequenceFlow>
        </process>
      </definitions>
      """;

  private static BothEngines engines;

  @BeforeAll
  static void start() {
    engines = BothEngines.on(TestDatabase.H2);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .tenantId("acme")
        .addString("sequence.bpmn", ElementModels.all().get("sequence"))
        .addString("failing.bpmn", FAILING)
        .deploy();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  private static String start(String key) {
    return engines
        .camunda()
        .getRuntimeService()
        .createProcessInstanceByKey(key)
        .processDefinitionTenantId("acme")
        .businessKey("A-1")
        .setVariable("plain", 1)
        .execute()
        .getId();
  }

  private static void move(String id) {
    assertThat(engines.move(Slice.of(List.of(id))).staying()).isEmpty();
  }

  private static List<Incident> here(String id) {
    return engines
        .outwork()
        .incidents()
        .incidents(
            ListQuery.<IncidentFilter, IncidentSort>all()
                .with(IncidentFilter.PROCESS_INSTANCE_ID, id));
  }

  private static org.camunda.bpm.engine.runtime.Incident there(String id) {
    return engines
        .camunda()
        .getRuntimeService()
        .createIncidentQuery()
        .processInstanceId(id)
        .singleResult();
  }

  private static void same(org.camunda.bpm.engine.runtime.Incident there, Incident here) {
    assertThat(here.id()).isEqualTo(there.getId());
    assertThat(here.incidentType()).isEqualTo(there.getIncidentType());
    assertThat(here.incidentMessage()).isEqualTo(there.getIncidentMessage());
    assertThat(here.incidentTimestamp()).isEqualTo(there.getIncidentTimestamp().toInstant());
    assertThat(here.activityId()).isEqualTo(there.getActivityId());
    assertThat(here.failedActivityId()).isEqualTo(there.getFailedActivityId());
    assertThat(here.configuration()).isEqualTo(there.getConfiguration());
    assertThat(here.causeIncidentId()).isEqualTo(there.getCauseIncidentId());
    assertThat(here.rootCauseIncidentId()).isEqualTo(there.getRootCauseIncidentId());
    assertThat(here.annotation()).isEqualTo(there.getAnnotation());
    assertThat(here.tenantId()).isEqualTo(there.getTenantId()).isEqualTo("acme");
  }

  private static org.camunda.bpm.engine.externaltask.ExternalTask failed(String id, int retries) {
    var tasks = engines.camunda().getExternalTaskService();
    tasks.fetchAndLock(100, "alice").topic(Driven.TOPIC, 600_000).execute();
    String task = tasks.createExternalTaskQuery().processInstanceId(id).singleResult().getId();
    tasks.handleFailure(
        task, "alice", "no paper", "at Printer.print\nat Line.two", retries, 60_000);
    return tasks.createExternalTaskQuery().externalTaskId(task).singleResult();
  }

  private static void same(
      org.camunda.bpm.engine.externaltask.ExternalTask there, ExternalTask here) {
    assertThat(here.retries()).isEqualTo(there.getRetries());
    assertThat(here.workerId()).isEqualTo(there.getWorkerId());
    assertThat(here.lockExpirationTime()).isEqualTo(there.getLockExpirationTime().toInstant());
    assertThat(here.errorMessage()).isEqualTo(there.getErrorMessage());
    assertThat(here.tenantId()).isEqualTo(there.getTenantId()).isEqualTo("acme");
    assertThat(here.businessKey()).isEqualTo(there.getBusinessKey()).isEqualTo("A-1");
    assertThat(engines.outwork().externalTasks().errorDetails(here.id()))
        .contains(
            engines.camunda().getExternalTaskService().getExternalTaskErrorDetails(there.getId()));
  }

  private static List<String> fetched(String id) {
    return engines.outwork().worker("bob").fetches(Driven.TOPIC).stream()
        .filter(locked -> locked.task().processInstanceId().equals(id))
        .map(locked -> locked.task().id())
        .toList();
  }

  @Test
  void a_task_without_retries_has_its_incident_and_goes_on_when_it_gets_some() {
    String id = start("sequence");
    var task = failed(id, 0);
    engines.camunda().getRuntimeService().setAnnotationForIncidentById(there(id).getId(), "paper?");

    move(id);

    same(task, engines.outwork().externalTasks().externalTask(task.getId()).orElseThrow());
    assertThat(here(id)).singleElement().satisfies(incident -> same(there(id), incident));
    engines.outwork().advance(Duration.ofMinutes(2));
    assertThat(fetched(id)).isEmpty();
    engines.outwork().externalTasks().setRetries(task.getId(), 1);
    assertThat(here(id)).isEmpty();
    assertThat(fetched(id)).hasSize(1);
    engines.outwork().externalTasks().complete(task.getId(), "bob", Map.of(), Map.of());
  }

  @Test
  void a_task_that_waits_for_another_attempt_waits_on() {
    String id = start("sequence");
    var task = failed(id, 2);

    move(id);

    same(task, engines.outwork().externalTasks().externalTask(task.getId()).orElseThrow());
    assertThat(here(id)).isEmpty();
    assertThat(fetched(id)).isEmpty();
    engines.outwork().advance(Duration.ofMinutes(2));
    assertThat(fetched(id)).hasSize(1);
    engines.outwork().externalTasks().complete(task.getId(), "bob", Map.of(), Map.of());
  }

  @Test
  void a_job_without_retries_has_its_exception_and_its_incident_and_can_run_again() {
    String id = start("failing");
    var jobs = engines.camunda().getManagementService();
    String jobId = jobs.createJobQuery().processInstanceId(id).singleResult().getId();
    for (int retries = 3; retries > 0; retries--) {
      assertThatThrownBy(() -> jobs.executeJob(jobId)).isInstanceOf(ProcessEngineException.class);
    }
    jobs.setJobPriority(jobId, 7);
    var there = jobs.createJobQuery().jobId(jobId).singleResult();
    assertThat(there.getRetries()).isZero();

    move(id);

    var here = engines.outwork().management().job(jobId).orElseThrow();
    assertThat(here.retries()).isZero();
    assertThat(here.priority()).isEqualTo(7);
    assertThat(here.exceptionMessage()).isEqualTo(there.getExceptionMessage()).isNotBlank();
    assertThat(here.failedActivityId()).isEqualTo(there.getFailedActivityId());
    assertThat(here.tenantId()).isEqualTo(there.getTenantId()).isEqualTo("acme");
    assertThat(here.createTime()).isEqualTo(there.getCreateTime().toInstant());
    assertThat(engines.outwork().management().jobExceptionStacktrace(jobId))
        .contains(jobs.getJobExceptionStacktrace(jobId));
    assertThat(here(id)).singleElement().satisfies(incident -> same(there(id), incident));
    engines.outwork().management().setJobRetries(jobId, 1);
    assertThat(here(id)).isEmpty();
    engines
        .outwork()
        .runtime()
        .changeVariables(id, Map.of("amount", TypedValue.integer(7)), List.of());
    engines.outwork().management().executeJob(jobId);
    assertThat(engines.outwork().history().processInstance(id).orElseThrow().state())
        .isEqualTo("COMPLETED");
  }

  @Test
  void an_incident_of_somebody_is_there_until_it_is_resolved() {
    String id = start("sequence");
    String execution =
        engines
            .camunda()
            .getExternalTaskService()
            .createExternalTaskQuery()
            .processInstanceId(id)
            .singleResult()
            .getExecutionId();
    engines
        .camunda()
        .getRuntimeService()
        .createIncident("ofOurs", execution, "order 7", "look at it");

    move(id);

    assertThat(here(id)).singleElement().satisfies(incident -> same(there(id), incident));
    engines.outwork().incidents().resolveIncident(there(id).getId());
    assertThat(here(id)).isEmpty();
  }
}
