package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;

import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.BatchService;
import dev.outwork.api.decision.DecisionService;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.EventService;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.form.FormService;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.history.UserOperation;
import dev.outwork.api.history.UserOperationFilter;
import dev.outwork.api.history.UserOperationService;
import dev.outwork.api.history.UserOperationSort;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.ExecutionFilter;
import dev.outwork.api.instance.ExecutionSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.job.ManagementService;
import dev.outwork.api.task.FilterService;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.task.TaskSort;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scene on Outwork. */
final class LoggedOnOutwork extends LoggedScene {
  private static final TestEngine ENGINE = BOTH.outwork().engine();

  final RepositoryService repository = ENGINE.repository();
  final RuntimeService runtime = ENGINE.runtime();
  final TaskService tasks = ENGINE.tasks();
  final FilterService filters = ENGINE.bean(FilterService.class);
  final ManagementService management = ENGINE.management();
  final ExternalTaskService externalTasks = ENGINE.externalTasks();
  final HistoryService history = ENGINE.history();
  final FormService forms = ENGINE.forms();
  final DecisionService decisions = ENGINE.decisions();
  final EventService events = ENGINE.events();
  final IncidentService incidents = ENGINE.incidents();
  final BatchService batches = ENGINE.batches();
  final UserOperationService operations = ENGINE.bean(UserOperationService.class);

  LoggedOnOutwork(String key) {
    super(key);
    var deployed = deploy(request("p.bpmn", document(key), null, false));
    deployment = deployed.deployment().id();
    definition = deployed.deployedProcessDefinitions().get(0).id();
    instance = runtime.startProcessInstance(definition, null, Map.of()).id();
    task =
        Comparison.theOne(
                tasks.tasks(
                    ListQuery.<TaskFilter, TaskSort>all()
                        .with(TaskFilter.PROCESS_INSTANCE_ID, instance)),
                "task")
            .id();
    externalTask =
        Comparison.theOne(
                externalTasks.externalTasks(
                    ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
                        .with(ExternalTaskFilter.PROCESS_INSTANCE_ID, instance)),
                "external task")
            .id();
    externalExecution = execution("external");
    job =
        Comparison.theOne(
                management.jobs(
                    ListQuery.<JobFilter, JobSort>all()
                        .with(JobFilter.PROCESS_INSTANCE_ID, instance)),
                "job")
            .id();
    nameAll();
  }

  dev.outwork.api.deployment.DeploymentWithDefinitions deploy(DeploymentRequest request) {
    return repository.createDeployment(request);
  }

  static DeploymentRequest request(
      String resource, String document, String tenantId, boolean filter) {
    return new DeploymentRequest(
        "deployment",
        null,
        tenantId,
        filter,
        false,
        List.of(new Resource(resource, document.getBytes(StandardCharsets.UTF_8))),
        null);
  }

  String execution(String activityId) {
    return Comparison.theOne(
            runtime.executions(
                ListQuery.<ExecutionFilter, ExecutionSort>all()
                    .with(ExecutionFilter.PROCESS_INSTANCE_ID, instance)
                    .with(ExecutionFilter.ACTIVITY_ID, activityId)),
            "execution")
        .id();
  }

  String retriesBatch() {
    return externalTasks.setRetriesAsync(List.of(externalTask), 7).id();
  }

  String decision() {
    deploy(request("d.dmn", decision(key + "-decision"), null, false));
    return decisions.latestDecisionDefinition(key + "-decision", null).orElseThrow().id();
  }

  @Override
  List<Entry> entries() {
    return operations
        .userOperations(
            ListQuery.<UserOperationFilter, UserOperationSort>all()
                .with(UserOperationFilter.USER_ID, user))
        .stream()
        .map(this::entry)
        .toList();
  }

  private Entry entry(UserOperation entry) {
    UserOperation.Subject on = entry.subject();
    Map<String, String> ids = new HashMap<>();
    ids.put("deployment", on.deploymentId());
    ids.put("definition", on.processDefinitionId());
    ids.put("key", on.processDefinitionKey());
    ids.put("root", on.rootProcessInstanceId());
    ids.put("instance", on.processInstanceId());
    ids.put("execution", on.executionId());
    ids.put("task", on.taskId());
    ids.put("external", on.externalTaskId());
    ids.put("job", on.jobId());
    ids.put("batch", on.batchId());
    ids.put("tenant", on.tenantId());
    return new Entry(
        entry.operationId(),
        line(
            Arrays.asList(
                entry.entityType(),
                entry.operationType(),
                entry.category(),
                entry.property(),
                entry.orgValue(),
                entry.newValue()),
            ids));
  }

  @Override
  void cleanUp() {
    batches.batches(ListQuery.all()).forEach(batch -> batches.deleteBatch(batch.id(), true));
    repository
        .deployments(ListQuery.all())
        .forEach(left -> repository.deleteDeployment(left.id(), true));
    management.jobs(ListQuery.all()).forEach(left -> management.deleteJob(left.id()));
  }

  @Override
  void asUser(Runnable work) {
    AuthenticatedUser.set(user);
    try {
      work.run();
    } finally {
      AuthenticatedUser.clear();
    }
  }
}
