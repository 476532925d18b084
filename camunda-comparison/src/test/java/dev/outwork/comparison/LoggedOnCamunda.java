package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;

/** The scene on Camunda 7. */
final class LoggedOnCamunda extends LoggedScene {
  private static final ProcessEngine ENGINE = BOTH.camunda().engine();

  final RepositoryService repository = ENGINE.getRepositoryService();
  final RuntimeServiceImpl runtime = (RuntimeServiceImpl) ENGINE.getRuntimeService();
  final TaskService tasks = ENGINE.getTaskService();
  final FilterService filters = ENGINE.getFilterService();
  final ManagementService management = ENGINE.getManagementService();
  final ExternalTaskService externalTasks = ENGINE.getExternalTaskService();
  final HistoryService history = ENGINE.getHistoryService();
  final FormService forms = ENGINE.getFormService();
  final DecisionService decisions = ENGINE.getDecisionService();

  LoggedOnCamunda(String key) {
    super(key);
    deployment = repository.createDeployment().addString("p.bpmn", document(key)).deploy().getId();
    definition =
        repository.createProcessDefinitionQuery().processDefinitionKey(key).singleResult().getId();
    instance = runtime.startProcessInstanceByKey(key).getId();
    task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    externalTask =
        externalTasks.createExternalTaskQuery().processInstanceId(instance).singleResult().getId();
    externalExecution = execution("external");
    job = management.createJobQuery().processInstanceId(instance).singleResult().getId();
    nameAll();
  }

  String execution(String activityId) {
    return runtime
        .createExecutionQuery()
        .processInstanceId(instance)
        .activityId(activityId)
        .singleResult()
        .getId();
  }

  String retriesBatch() {
    return externalTasks.setRetriesAsync(List.of(externalTask), null, 7).getId();
  }

  String decision() {
    repository.createDeployment().addString("d.dmn", decision(key + "-decision")).deploy();
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(key + "-decision")
        .singleResult()
        .getId();
  }

  @Override
  List<Entry> entries() {
    return history.createUserOperationLogQuery().userId(user).list().stream()
        .map(this::entry)
        .toList();
  }

  private Entry entry(UserOperationLogEntry entry) {
    Map<String, String> ids = new HashMap<>();
    ids.put("deployment", entry.getDeploymentId());
    ids.put("definition", entry.getProcessDefinitionId());
    ids.put("key", entry.getProcessDefinitionKey());
    ids.put("root", entry.getRootProcessInstanceId());
    ids.put("instance", entry.getProcessInstanceId());
    ids.put("execution", entry.getExecutionId());
    ids.put("task", entry.getTaskId());
    ids.put("external", entry.getExternalTaskId());
    ids.put("job", entry.getJobId());
    ids.put("batch", entry.getBatchId());
    ids.put("tenant", entry.getTenantId());
    return new Entry(
        entry.getOperationId(),
        line(
            Arrays.asList(
                entry.getEntityType(),
                entry.getOperationType(),
                entry.getCategory(),
                entry.getProperty(),
                entry.getOrgValue(),
                entry.getNewValue()),
            ids));
  }

  @Override
  void cleanUp() {
    history.findHistoryCleanupJobs().forEach(left -> management.deleteJob(left.getId()));
    management
        .createBatchQuery()
        .list()
        .forEach(batch -> management.deleteBatch(batch.getId(), true));
    repository.createProcessDefinitionQuery().processDefinitionKeyLike(key + "%").list().stream()
        .map(definition -> definition.getDeploymentId())
        .distinct()
        .forEach(id -> repository.deleteDeployment(id, true));
    management
        .createJobQuery()
        .processDefinitionKey(key)
        .list()
        .forEach(left -> management.deleteJob(left.getId()));
  }

  @Override
  void asUser(Runnable work) {
    ENGINE.getIdentityService().setAuthenticatedUserId(user);
    try {
      work.run();
    } finally {
      ENGINE.getIdentityService().clearAuthentication();
    }
  }
}
