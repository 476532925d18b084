package dev.outwork.comparison;

import static dev.outwork.comparison.OperationAct.act;

import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operation log has of the work of operators, and of what is not work by hand. */
class OperatorOperationsComparisonTest {
  private static final Map<String, TypedValue> A = Map.of("a", TypedValue.integer(1));
  private static final Map<String, TypedValue> AB =
      Map.of("a", TypedValue.integer(1), "b", TypedValue.integer(2));
  private static final Date DUE = new Date(4_000_000_000_000L);
  private static final Instant AT = Instant.ofEpochMilli(DUE.getTime());

  private static final List<ModificationInstruction> BEFORE_TASK =
      List.of(
          new ModificationInstruction(
              ModificationInstruction.Type.START_BEFORE_ACTIVITY,
              "task",
              null,
              null,
              null,
              null,
              Map.of(),
              Map.of()));

  private static final Function<LoggedOnCamunda, String> CAMUNDA_INCIDENT =
      on -> on.runtime.createIncident("kind", on.externalExecution, "conf", "message").getId();
  private static final Function<LoggedOnOutwork, String> OUTWORK_INCIDENT =
      on -> on.runtime.createIncident(on.externalExecution, "kind", "conf", "message").id();

  private static final Function<LoggedOnCamunda, String> CAMUNDA_LOCKED =
      on -> {
        on.externalTasks.lock(on.externalTask, "worker", 60_000);
        return null;
      };
  private static final Function<LoggedOnOutwork, String> OUTWORK_LOCKED =
      on -> {
        on.externalTasks.lock(on.externalTask, "worker", Duration.ofMinutes(1));
        return null;
      };

  private static final Function<LoggedOnCamunda, String> CAMUNDA_ENDED =
      on -> {
        on.runtime.deleteProcessInstance(on.instance, null);
        return null;
      };
  private static final Function<LoggedOnOutwork, String> OUTWORK_ENDED =
      on -> {
        on.runtime.deleteProcessInstance(on.instance, null);
        return null;
      };

  private static final Function<LoggedOnCamunda, String> CAMUNDA_DUE =
      on -> {
        on.management.setJobDuedate(on.job, new Date(DUE.getTime() + 1));
        return null;
      };
  private static final Function<LoggedOnOutwork, String> OUTWORK_DUE =
      on -> {
        on.management.setJobDuedate(on.job, AT.plusMillis(1), false);
        return null;
      };

  static Stream<OperationAct> definitions() {
    return Stream.of(
        act(
            "deploy",
            on ->
                on.repository
                    .createDeployment()
                    .tenantId("acme")
                    .addString("p.bpmn", LoggedScene.document(on.key + "-b"))
                    .deploy(),
            on ->
                on.deploy(
                    LoggedOnOutwork.request(
                        "p.bpmn", LoggedScene.document(on.key + "-b"), "acme", false))),
        act(
                "deploy the same",
                on ->
                    on.repository
                        .createDeployment()
                        .name("deployment")
                        .enableDuplicateFiltering(false)
                        .addString("p.bpmn", LoggedScene.document(on.key + "-b"))
                        .deploy(),
                on ->
                    on.deploy(
                        LoggedOnOutwork.request(
                            "p.bpmn", LoggedScene.document(on.key + "-b"), null, true)))
            .after(
                on ->
                    on.repository
                        .createDeployment()
                        .name("deployment")
                        .addString("p.bpmn", LoggedScene.document(on.key + "-b"))
                        .deploy()
                        .getId(),
                on ->
                    on.deploy(
                            LoggedOnOutwork.request(
                                "p.bpmn", LoggedScene.document(on.key + "-b"), null, false))
                        .deployment()
                        .id()),
        act(
            "redeploy",
            on -> on.repository.createDeployment().addDeploymentResources(on.deployment).deploy(),
            on -> on.repository.redeploy(on.deployment, null, List.of(), List.of())),
        act(
            "delete deployment",
            on -> on.repository.deleteDeployment(on.deployment, true),
            on -> on.repository.deleteDeployment(on.deployment, true)),
        act(
            "delete definition",
            on -> on.repository.deleteProcessDefinition(on.definition, true),
            on -> on.repository.deleteProcessDefinition(on.definition, true)),
        act(
            "delete definitions of a key",
            on -> on.repository.deleteProcessDefinitions().byKey(on.key).cascade().delete(),
            on -> on.repository.deleteProcessDefinitions(on.key, true)),
        act(
            "suspend definition",
            on -> on.repository.suspendProcessDefinitionById(on.definition),
            on -> on.repository.setProcessDefinitionSuspended(on.definition, true, false, null)),
        act(
            "suspend definition with instances",
            on -> on.repository.suspendProcessDefinitionById(on.definition, true, null),
            on -> on.repository.setProcessDefinitionSuspended(on.definition, true, true, null)),
        act(
            "suspend definition later",
            on -> on.repository.suspendProcessDefinitionById(on.definition, true, DUE),
            on -> on.repository.setProcessDefinitionSuspended(on.definition, true, true, AT)),
        act(
            "activate definitions of a key",
            on -> on.repository.activateProcessDefinitionByKey(on.key),
            on -> on.repository.setProcessDefinitionsSuspended(on.key, false, false, null)),
        act(
            "set time to live",
            on -> on.repository.updateProcessDefinitionHistoryTimeToLive(on.definition, 7),
            on -> on.repository.updateProcessDefinitionHistoryTimeToLive(on.definition, 7)),
        act(
                "evaluate decision",
                on -> on.decisions.evaluateDecisionById(on.subject).variables(Map.of()).evaluate(),
                on -> on.decisions.evaluate(on.subject, Map.of()))
            .withMoreIds()
            .after(LoggedOnCamunda::decision, LoggedOnOutwork::decision),
        act(
                "set time to live of decision",
                on -> on.repository.updateDecisionDefinitionHistoryTimeToLive(on.subject, 7),
                on -> on.decisions.updateHistoryTimeToLive(on.subject, 7))
            .withMoreIds()
            .after(LoggedOnCamunda::decision, LoggedOnOutwork::decision));
  }

  static Stream<OperationAct> instances() {
    return Stream.of(
        act(
            "start",
            on ->
                on.name(
                    on.runtime
                        .startProcessInstanceByKey(on.key, "business", Map.of("a", 1))
                        .getId(),
                    "STARTED"),
            on ->
                on.name(
                    on.runtime
                        .startProcessInstanceByKey(on.key, null, "business", A, List.of())
                        .orElseThrow()
                        .id(),
                    "STARTED")),
        act(
            "start at a node",
            on ->
                on.name(
                    on.runtime
                        .createProcessInstanceByKey(on.key)
                        .startBeforeActivity("task")
                        .execute()
                        .getId(),
                    "STARTED"),
            on ->
                on.name(
                    on.runtime
                        .startProcessInstanceByKey(on.key, null, null, Map.of(), BEFORE_TASK)
                        .orElseThrow()
                        .id(),
                    "STARTED")),
        act(
            "submit start form",
            on ->
                on.name(on.forms.submitStartForm(on.definition, Map.of("a", 1)).getId(), "STARTED"),
            on -> on.name(on.forms.submitStartForm(on.definition, null, A).id(), "STARTED")),
        act(
            "start by message",
            on ->
                on.name(
                    on.runtime.startProcessInstanceByMessage(on.key + "-told").getId(), "STARTED"),
            on ->
                on.events
                    .correlate(
                        MessageCorrelation.of(on.key + "-told")
                            .to(MessageCorrelation.Receivers.START_EVENT))
                    .forEach(result -> on.name(result.processInstance().id(), "STARTED"))),
        act(
            "correlate",
            on -> on.runtime.createMessageCorrelation(on.key + "-message").correlate(),
            on -> on.events.correlate(MessageCorrelation.of(on.key + "-message"))),
        act(
            "signal",
            on -> on.runtime.createSignalEvent(on.key + "-signal").send(),
            on -> on.events.signalEventReceived(on.key + "-signal", TenantMatch.ANY, Map.of())),
        act(
            "signal execution",
            on -> on.runtime.signal(on.execution("receive")),
            on -> on.events.signal(on.execution("receive"), Map.of())),
        act(
            "message to execution",
            on -> on.runtime.messageEventReceived(on.key + "-message", on.execution("receive")),
            on ->
                on.events.messageEventReceived(
                    on.key + "-message", on.execution("receive"), Map.of())),
        act(
            "signal to execution",
            on -> on.runtime.signalEventReceived(on.key + "-signal", on.execution("signal")),
            on ->
                on.events.signalEventReceived(
                    on.key + "-signal", on.execution("signal"), Map.of())),
        act(
            "modify",
            on ->
                on.runtime
                    .createProcessInstanceModification(on.instance)
                    .startBeforeActivity("task")
                    .execute(),
            on -> on.runtime.modifyProcessInstance(on.instance, BEFORE_TASK, false)),
        act(
            "set variable",
            on -> on.runtime.setVariable(on.instance, "a", 1),
            on -> on.runtime.changeVariables(on.instance, A, List.of())),
        act(
            "set variable at an execution",
            on -> on.runtime.setVariable(on.externalExecution, "a", 1),
            on -> on.runtime.changeVariables(on.externalExecution, A, List.of())),
        act(
            "set local variable",
            on -> on.runtime.setVariableLocal(on.externalExecution, "a", 1),
            on -> on.runtime.changeVariablesLocal(on.externalExecution, A, List.of())),
        act(
            "change variables",
            on -> on.runtime.updateVariables(on.instance, Map.of("a", 1, "b", 2), List.of("c")),
            on -> on.runtime.changeVariables(on.instance, AB, List.of("c"))),
        act(
            "remove variable",
            on -> on.runtime.removeVariable(on.instance, "a"),
            on -> on.runtime.changeVariables(on.instance, Map.of(), List.of("a"))),
        act(
            "suspend",
            on -> on.runtime.suspendProcessInstanceById(on.instance),
            on -> on.runtime.setProcessInstanceSuspended(on.instance, true)),
        act(
            "activate",
            on -> on.runtime.activateProcessInstanceById(on.instance),
            on -> on.runtime.setProcessInstanceSuspended(on.instance, false)),
        act(
            "suspend many",
            on ->
                on.runtime
                    .updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(List.of(on.instance))
                    .suspend(),
            on -> on.runtime.setProcessInstancesSuspended(List.of(on.instance), true)),
        act(
            "delete",
            on -> on.runtime.deleteProcessInstance(on.instance, "reason"),
            on -> on.runtime.deleteProcessInstance(on.instance, "reason")),
        act(
                "delete many",
                on ->
                    on.name(
                        on.runtime
                            .deleteProcessInstancesAsync(List.of(on.instance), "reason")
                            .getId(),
                        "BATCH"),
                on ->
                    on.name(
                        on.runtime.deleteProcessInstancesAsync(List.of(on.instance), "reason").id(),
                        "BATCH"))
            .withMoreIds(),
        act(
            "create incident",
            on -> on.runtime.createIncident("kind", on.externalExecution, "conf", "message"),
            on -> on.runtime.createIncident(on.externalExecution, "kind", "conf", "message")),
        act(
                "resolve incident",
                on -> on.runtime.resolveIncident(on.subject),
                on -> on.incidents.resolveIncident(on.subject))
            .after(CAMUNDA_INCIDENT, OUTWORK_INCIDENT),
        act(
                "annotate incident",
                on -> on.runtime.setAnnotationForIncidentById(on.subject, "note"),
                on -> on.incidents.setAnnotation(on.subject, "note"))
            .withMoreIds()
            .after(CAMUNDA_INCIDENT, OUTWORK_INCIDENT),
        act(
                "clear annotation of incident",
                on -> on.runtime.clearAnnotationForIncidentById(on.subject),
                on -> on.incidents.clearAnnotation(on.subject))
            .withMoreIds()
            .after(CAMUNDA_INCIDENT, OUTWORK_INCIDENT),
        act(
                "delete history",
                on -> on.history.deleteHistoricProcessInstance(on.instance),
                on -> on.history.deleteHistoricProcessInstance(on.instance))
            .after(CAMUNDA_ENDED, OUTWORK_ENDED),
        act(
                "delete history of many",
                on -> on.history.deleteHistoricProcessInstances(List.of(on.instance)),
                on -> on.history.deleteHistoricProcessInstances(List.of(on.instance)))
            .after(CAMUNDA_ENDED, OUTWORK_ENDED),
        act(
                "delete history in the background",
                on ->
                    on.name(
                        on.history
                            .deleteHistoricProcessInstancesAsync(
                                List.of(on.instance), (String) null)
                            .getId(),
                        "BATCH"),
                on ->
                    on.name(
                        on.history
                            .deleteHistoricProcessInstancesAsync(List.of(on.instance), true)
                            .id(),
                        "BATCH"))
            .withMoreIds()
            .after(CAMUNDA_ENDED, OUTWORK_ENDED));
  }

  static Stream<OperationAct> jobsAndBatches() {
    return Stream.of(
        act(
            "set retries",
            on -> on.management.setJobRetries(on.job, 7),
            on -> on.management.setJobRetries(on.job, 7)),
        act(
                "set retries and due date",
                on -> on.management.setJobRetries(7).jobId(on.job).dueDate(DUE).execute(),
                on -> on.management.setJobRetries(on.job, 7, AT))
            .after(CAMUNDA_DUE, OUTWORK_DUE),
        act(
                "set retries of many",
                on ->
                    on.name(on.management.setJobRetriesAsync(List.of(on.job), 7).getId(), "BATCH"),
                on -> on.name(on.management.setJobRetriesAsync(List.of(on.job), 7).id(), "BATCH"))
            .withMoreIds(),
        act(
                "set retries and due date of many",
                on ->
                    on.name(
                        on.management
                            .setJobRetriesByJobsAsync(7)
                            .jobIds(List.of(on.job))
                            .dueDate(DUE)
                            .executeAsync()
                            .getId(),
                        "BATCH"),
                on ->
                    on.name(on.management.setJobRetriesAsync(List.of(on.job), 7, AT).id(), "BATCH"))
            .withMoreIds(),
        act(
                "set due date",
                on -> on.management.setJobDuedate(on.job, DUE),
                on -> on.management.setJobDuedate(on.job, AT, false))
            .after(CAMUNDA_DUE, OUTWORK_DUE),
        act(
            "suspend job",
            on -> on.management.suspendJobById(on.job),
            on -> on.management.setJobSuspended(on.job, true)),
        act(
            "activate job",
            on -> on.management.activateJobById(on.job),
            on -> on.management.setJobSuspended(on.job, false)),
        act(
            "set priority of job",
            on -> on.management.setJobPriority(on.job, 5),
            on -> on.management.setJobPriority(on.job, 5)),
        act(
            "execute job",
            on -> on.management.executeJob(on.job),
            on -> on.management.executeJob(on.job)),
        act(
            "delete job",
            on -> on.management.deleteJob(on.job),
            on -> on.management.deleteJob(on.job)),
        act(
                "suspend batch",
                on -> on.management.suspendBatchById(on.subject),
                on -> on.batches.suspendBatchById(on.subject))
            .after(LoggedOnCamunda::retriesBatch, LoggedOnOutwork::retriesBatch),
        act(
                "activate batch",
                on -> on.management.activateBatchById(on.subject),
                on -> on.batches.activateBatchById(on.subject))
            .after(LoggedOnCamunda::retriesBatch, LoggedOnOutwork::retriesBatch),
        act(
                "delete batch",
                on -> on.management.deleteBatch(on.subject, false),
                on -> on.batches.deleteBatch(on.subject, false))
            .after(LoggedOnCamunda::retriesBatch, LoggedOnOutwork::retriesBatch),
        act(
                "delete batch and its history",
                on -> on.management.deleteBatch(on.subject, true),
                on -> on.batches.deleteBatch(on.subject, true))
            .after(LoggedOnCamunda::retriesBatch, LoggedOnOutwork::retriesBatch),
        act(
            "clean up history",
            on -> on.history.cleanUpHistoryAsync(true),
            on -> on.history.cleanUpHistoryAsync()),
        act(
                "delete history of batch",
                on -> on.history.deleteHistoricBatch(on.subject),
                on -> on.batches.deleteHistoricBatch(on.subject))
            .after(
                on -> {
                  String batch = on.retriesBatch();
                  on.management.deleteBatch(batch, false);
                  return batch;
                },
                on -> {
                  String batch = on.retriesBatch();
                  on.batches.deleteBatch(batch, false);
                  return batch;
                }));
  }

  static Stream<OperationAct> externalTasks() {
    return Stream.of(
        act(
            "set retries",
            on -> on.externalTasks.setRetries(on.externalTask, 7),
            on -> on.externalTasks.setRetries(on.externalTask, 7)),
        act(
            "set retries of some",
            on -> on.externalTasks.setRetries(List.of(on.externalTask), 7),
            on -> on.externalTasks.setRetries(List.of(on.externalTask), 7)),
        act(
                "set retries of many",
                on ->
                    on.name(
                        on.externalTasks.setRetriesAsync(List.of(on.externalTask), null, 7).getId(),
                        "BATCH"),
                on ->
                    on.name(
                        on.externalTasks.setRetriesAsync(List.of(on.externalTask), 7).id(),
                        "BATCH"))
            .withMoreIds(),
        act(
            "set priority",
            on -> on.externalTasks.setPriority(on.externalTask, 5),
            on -> on.externalTasks.setPriority(on.externalTask, 5)),
        act(
                "unlock",
                on -> on.externalTasks.unlock(on.externalTask),
                on -> on.externalTasks.unlock(on.externalTask))
            .after(CAMUNDA_LOCKED, OUTWORK_LOCKED),
        act("lock", CAMUNDA_LOCKED::apply, OUTWORK_LOCKED::apply),
        act(
                "extend lock",
                on -> on.externalTasks.extendLock(on.externalTask, "worker", 60_000),
                on -> on.externalTasks.extendLock(on.externalTask, "worker", Duration.ofMinutes(1)))
            .after(CAMUNDA_LOCKED, OUTWORK_LOCKED),
        act(
                "complete",
                on -> on.externalTasks.complete(on.externalTask, "worker", Map.of("a", 1)),
                on -> on.externalTasks.complete(on.externalTask, "worker", A, Map.of()))
            .after(CAMUNDA_LOCKED, OUTWORK_LOCKED),
        act(
                "fail",
                on -> on.externalTasks.handleFailure(on.externalTask, "worker", "message", 0, 0),
                on ->
                    on.externalTasks.handleFailure(
                        on.externalTask,
                        "worker",
                        new Failure("message", null, 0, Duration.ZERO, Map.of(), Map.of())))
            .after(CAMUNDA_LOCKED, OUTWORK_LOCKED),
        act(
                "raise error",
                on -> on.externalTasks.handleBpmnError(on.externalTask, "worker", "code"),
                on ->
                    on.externalTasks.handleBpmnError(
                        on.externalTask, "worker", "code", null, Map.of()))
            .after(CAMUNDA_LOCKED, OUTWORK_LOCKED));
  }

  @ParameterizedTest
  @MethodSource({"definitions", "instances", "jobsAndBatches", "externalTasks"})
  void both_logs_say_the_same(OperationAct act) {
    act.assertSameLog();
  }
}
