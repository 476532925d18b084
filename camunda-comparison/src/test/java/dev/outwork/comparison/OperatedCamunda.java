package dev.outwork.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.InstantiationBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;

/** Camunda 7 in the hands of its operators. */
final class OperatedCamunda implements Operated {
  private final ProcessEngine engine;

  OperatedCamunda(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public void deploy(String document, String tenantId) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("process.bpmn", document)
        .tenantId(tenantId)
        .deploy();
  }

  @Override
  public String start(String key, String tenantId) {
    return engine
        .getRuntimeService()
        .createProcessInstanceByKey(key)
        .processDefinitionTenantId(tenantId)
        .execute()
        .getId();
  }

  @Override
  public String startAt(String key, List<Step> steps) {
    var builder = engine.getRuntimeService().createProcessInstanceByKey(key);
    steps.forEach(step -> add(step, builder));
    return builder.execute().getId();
  }

  private static void add(Step step, InstantiationBuilder<?> builder) {
    switch (step.kind()) {
      case BEFORE -> builder.startBeforeActivity(step.what());
      case AFTER -> builder.startAfterActivity(step.what());
      case TRANSITION -> builder.startTransition(step.what());
      default -> throw new IllegalArgumentException(step.toString());
    }
  }

  @Override
  public void modify(String processInstanceId, List<Step> steps) {
    ProcessInstanceModificationBuilder builder =
        engine.getRuntimeService().createProcessInstanceModification(processInstanceId);
    for (Step step : steps) {
      String ancestor =
          step.ancestor() == null ? null : firstId(processInstanceId, step.ancestor());
      switch (step.kind()) {
        case CANCEL_ALL -> builder.cancelAllForActivity(step.what());
        case CANCEL_ONE -> builder.cancelActivityInstance(firstId(processInstanceId, step.what()));
        case BEFORE -> {
          if (ancestor != null) {
            builder.startBeforeActivity(step.what(), ancestor);
          } else {
            add(step, builder);
          }
        }
        case AFTER -> {
          if (ancestor != null) {
            builder.startAfterActivity(step.what(), ancestor);
          } else {
            add(step, builder);
          }
        }
        case TRANSITION -> add(step, builder);
      }
    }
    builder.execute();
  }

  private String firstId(String processInstanceId, String activityId) {
    if (activityId.equals(Step.INSTANCE)) {
      return processInstanceId;
    }
    ActivityInstance root = engine.getRuntimeService().getActivityInstance(processInstanceId);
    return Arrays.stream(root.getActivityInstances(activityId))
        .min(Comparator.comparing(this::loopCounter))
        .orElseThrow()
        .getId();
  }

  private int loopCounter(ActivityInstance activity) {
    Object counter =
        engine.getRuntimeService().getVariable(activity.getExecutionIds()[0], "loopCounter");
    return counter == null ? 0 : ((Number) counter).intValue();
  }

  @Override
  public void setSuspended(String processInstanceId, boolean suspended) {
    if (suspended) {
      engine.getRuntimeService().suspendProcessInstanceById(processInstanceId);
    } else {
      engine.getRuntimeService().activateProcessInstanceById(processInstanceId);
    }
  }

  @Override
  public String tree(String processInstanceId) {
    ActivityInstance root = engine.getRuntimeService().getActivityInstance(processInstanceId);
    return root == null ? "" : inside(root);
  }

  // Transition instances are left out: the reference lists instances of a body that have ended.
  private static String inside(ActivityInstance activity) {
    return Arrays.stream(activity.getChildActivityInstances())
        .map(child -> child.getActivityId() + "(" + inside(child) + ")")
        .sorted()
        .collect(Collectors.joining(" "))
        .replace("()", "");
  }

  @Override
  public List<OpenTask> openTasks(String processInstanceId) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(processInstanceId)
        .list()
        .stream()
        .map(task -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), seenBy(task)))
        .toList();
  }

  private Map<String, String> seenBy(Task task) {
    Map<String, String> seen = new TreeMap<>();
    engine
        .getRuntimeService()
        .getVariables(task.getExecutionId())
        .forEach((name, value) -> seen.put(name, String.valueOf(value)));
    return seen;
  }

  @Override
  public void completeTask(String taskId) {
    engine.getTaskService().complete(taskId);
  }

  @Override
  public String calledBy(String processInstanceId) {
    List<ProcessInstance> called =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .superProcessInstanceId(processInstanceId)
            .list();
    return Comparison.theOne(called, "called instance").getId();
  }

  @Override
  public String stand(String processInstanceId) {
    String state =
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(processInstanceId)
            .singleResult()
            .getState();
    return "%s %s, open: %s, jobs: %s"
        .formatted(
            state.endsWith("TERMINATED") ? "TERMINATED" : state,
            tree(processInstanceId),
            engine
                .getExternalTaskService()
                .createExternalTaskQuery()
                .processInstanceId(processInstanceId)
                .active()
                .count(),
            engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .list()
                .stream()
                .map(job -> job.isSuspended() ? "suspended" : "active")
                .toList());
  }

  @Override
  public List<String> tenants(String processInstanceId) {
    return Stream.of(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .list()
                .stream()
                .map(ProcessInstance::getTenantId),
            engine
                .getExternalTaskService()
                .createExternalTaskQuery()
                .processInstanceId(processInstanceId)
                .list()
                .stream()
                .map(ExternalTask::getTenantId),
            engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .list()
                .stream()
                .map(Task::getTenantId),
            engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .list()
                .stream()
                .map(Job::getTenantId),
            engine
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .processInstanceId(processInstanceId)
                .list()
                .stream()
                .map(EventSubscription::getTenantId))
        .flatMap(tenants -> tenants)
        .map(String::valueOf)
        .toList();
  }
}
